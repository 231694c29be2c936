import SystemFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How unfinished files are named: `out.geojson.k3x8q2ma.part` beside `out.geojson`.
enum UnfinishedName {
    private static let ending = Array(".part".utf8)
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
    private static let length = 8
    /// The longest name that a file may have on common systems.
    private static let longest = 255

    static func random(beside target: String) -> String {
        let middle = (0..<length).map { _ in letters[Int.random(in: 0..<letters.count)] }
        return OutputPlace.folder(of: target)
            + String(rawBytes: beginning(of: target) + middle + ending)
    }

    /// The files that runs have left which were killed while they wrote to a target.
    ///
    /// Those that another process is writing now are not among them. A folder that may not be read
    /// tells nothing.
    static func leftovers(beside target: String) -> [String] {
        let folder = OutputPlace.folder(of: target)
        let beginning = beginning(of: target)
        // NULL on failure
        guard let entries = opendir((folder.isEmpty ? "." : folder).fileName) else { return [] }
        defer { closedir(entries) }
        var found: [String] = []
        // NULL at the end
        while let entry = readdir(entries) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                Array(bytes.prefix { $0 != 0 })
            }
            if isUnfinished(name, beginning), isLeft(folder + String(rawBytes: name)) {
                found.append(folder + String(rawBytes: name))
            }
        }
        return found.sorted()
    }

    /// What all names beside a target begin with, its own name cut where they would be too long.
    private static func beginning(of target: String) -> [UInt8] {
        let folder = OutputPlace.folder(of: target)
        let name = String(target.unicodeScalars.dropFirst(folder.unicodeScalars.count)).rawBytes
        return name.prefix(longest - length - ending.count - 1) + [UInt8(ascii: ".")]
    }

    private static func isUnfinished(_ name: [UInt8], _ beginning: [UInt8]) -> Bool {
        guard name.starts(with: beginning), name.suffix(ending.count) == ending[...] else {
            return false
        }
        let middle = name.dropFirst(beginning.count).dropLast(ending.count)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        // Version 0.1 named them by the number of the process.
        return !middle.isEmpty
            && (middle.count == length && middle.allSatisfy(letters.contains)
                || middle.count <= 10 && middle.allSatisfy(digits.contains))
    }

    /// Whether a file is there that no process holds.
    private static func isLeft(_ path: String) -> Bool {
        guard FileStatus(unfollowed: path)?.kind == .file else { return false }
        // -1 when it may not be read, which tells nothing of who writes it
        let descriptor = open(path.fileName, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return true }
        defer { close(descriptor) }
        // -1 with EWOULDBLOCK when another process holds it
        return flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
    }
}
