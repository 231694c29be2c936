#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Names of files as they are written in files of other folders.
package enum RelativePath {
    /// The way from a folder to a file, as in `../lines/mdl.geojson`; `nil` where one of them cannot be found.
    ///
    /// Links to folders are followed, so that two dots lead where they lead for the system.
    ///
    /// - Parameters:
    ///   - path: the file, which need not be there, in a folder that is.
    ///   - folder: the folder; empty for the working one.
    package static func of(_ path: String, from folder: String) -> String? {
        let slash = UInt8(ascii: "/")
        let bytes = path.rawBytes
        let split = bytes.lastIndex(of: slash).map { $0 + 1 } ?? 0
        let name = bytes[split...]
        guard !name.isEmpty, let to = parts(String(rawBytes: bytes[..<split])),
            let from = parts(folder)
        else { return nil }
        let common = zip(from, to).prefix { $0.0 == $0.1 }.count
        let up = Array(repeating: Array("..".utf8), count: from.count - common)
        let all = up + to[common...] + [Array(name)]
        return String(rawBytes: Array(all.joined(separator: [slash])))
    }

    /// The folders on the way to one from the root.
    private static func parts(_ folder: String) -> [[UInt8]]? {
        // NULL where there is no such folder
        guard let real = realpath((folder.isEmpty ? "." : folder).fileName, nil) else { return nil }
        defer { free(real) }
        return String(fileName: real).rawBytes.split(separator: UInt8(ascii: "/")).map(Array.init)
    }
}
