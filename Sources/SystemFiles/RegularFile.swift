#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Files that are read as a whole.
package enum RegularFile {
    /// Why such a file cannot be read, and what is to be done.
    package struct Fault: Error {
        package let sentence: String
    }

    /// The most bytes that are read: 1 GB.
    package static let mostBytes = 1_000_000_000

    /// The bytes of a file.
    ///
    /// A device or a pipe is refused before it is opened: reading it may never end, or never begin.
    ///
    /// - Throws: `Fault` when there is no such file, it may not be read, is no regular file, or has
    ///   more than `mostBytes`.
    package static func read(_ path: String) throws(Fault) -> [UInt8] {
        guard let named = FileStatus(path: path) else { throw Fault(errno) }
        try check(named)
        // -1 on failure. Nothing is waited for, should another file have come in its place.
        let descriptor = open(path.fileName, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw Fault(errno) }
        defer { close(descriptor) }
        guard let opened = FileStatus(descriptor: descriptor) else { throw Fault(errno) }
        try check(opened)
        // One byte more than the file says, so that the end is found without growing.
        return try bytes(of: descriptor, expecting: opened.size + 1)
    }

    private static func check(_ status: FileStatus) throws(Fault) {
        switch status.kind {
        case .file: break
        case .folder: throw Fault(sentence: "this is a directory, not a file")
        default:
            throw Fault(
                sentence: "this is \(status.kind.inWords), not a file; name a file, or write what "
                    + "it gives into one first")
        }
        if status.size > mostBytes { throw tooLarge }
    }

    private static func bytes(of descriptor: Int32, expecting size: Int) throws(Fault) -> [UInt8] {
        var all: [UInt8] = []
        all.reserveCapacity(size)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            // -1 on failure, 0 at the end
            let count = systemRead(descriptor, &chunk, chunk.count)
            if count == 0 { return all }
            if count < 0 {
                if errno == EINTR { continue }
                throw Fault(errno)
            }
            all += chunk[..<count]
            if all.count > mostBytes { throw tooLarge }
        }
    }

    private static var tooLarge: Fault {
        Fault(sentence: "the file has more than 1 GB, which is more than is read here; simplify it")
    }
}

extension RegularFile.Fault {
    fileprivate init(_ code: Int32) {
        switch code {
        case ENOENT: sentence = "there is no such file"
        case EACCES: sentence = "the file may not be read (no permission)"
        case ELOOP: sentence = "links lead to it that end nowhere, or in a circle"
        // A description in the C locale; never null on Linux or macOS.
        default:
            sentence =
                "the file cannot be read: " + (strerror(code).map { String(cString: $0) } ?? "")
        }
    }
}

private func systemRead(
    _ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
    read(descriptor, bytes, count)
}
