#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is read from its beginning to its end.
///
/// `-` is standard input.
package final class InputFile {
    /// The file as it is named in messages.
    package let name: String
    /// Whether it is standard input.
    package let isStandardInput: Bool
    /// How many bytes it has; `nil` for pipes.
    package let size: Int?
    private let descriptor: Int32
    private let identity: (device: UInt64, number: UInt64)
    private let isRegular: Bool
    private let changed: (seconds: Int, nanoseconds: Int)

    /// Opens a file.
    ///
    /// - Throws: `ReportFileError` when it is missing, is a directory or may not be read.
    package init(path: String) throws(ReportFileError) {
        isStandardInput = path == "-"
        name = isStandardInput ? "standard input" : path
        descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        // -1 when it could not be opened
        if descriptor < 0 { throw OutputFile.failure(name, errno, "read") }
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        let kind = status.st_mode & S_IFMT
        isRegular = isKnown && kind == S_IFREG
        changed = Self.changeTime(status)
        size = isRegular ? Int(status.st_size) : nil
        identity = (UInt64(status.st_dev), UInt64(status.st_ino))
        if isKnown, kind == S_IFDIR { throw OutputFile.failure(name, EISDIR, "read") }
    }

    deinit { if !isStandardInput, descriptor >= 0 { close(descriptor) } }

    /// Whether a path, when written, would overwrite this file.
    package func isSame(as path: String?) -> Bool {
        var status = stat()
        let found =
            path == nil || path == "-" ? fstat(STDOUT_FILENO, &status) : stat(path ?? "", &status)
        return isRegular && found == 0 && UInt64(status.st_dev) == identity.device
            && UInt64(status.st_ino) == identity.number
    }

    private static func changeTime(_ status: stat) -> (seconds: Int, nanoseconds: Int) {
        #if canImport(Glibc)
            (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        #else
            (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
        #endif
    }

    /// Sees to it that a file is still the one that was opened: what was read of one that has
    /// changed meanwhile may be a part of each.
    func checkUnchanged(after bytesRead: Int) throws(ReportFileError) {
        var status = stat()
        // -1 on failure; a pipe has nothing to compare
        guard isRegular, let size, fstat(descriptor, &status) == 0 else { return }
        guard Int(status.st_size) == size, Self.changeTime(status) == changed else {
            throw ReportFileError(
                .inputOutput, file: name,
                "has changed while it was being read; check it again, or a copy of it")
        }
    }

    /// Reads what is there, at most as much as fits; 0 at the end.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReportFileError) -> Int {
        while true {
            let count = unistdRead(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw OutputFile.failure(name, errno, "read") }
        }
    }
}

private func unistdRead(
    _ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
    read(descriptor, bytes, count)
}
