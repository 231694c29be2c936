import SystemFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is read from its beginning to its end.
///
/// `-` is standard input. It is looked at when it is named and opened when it is read, so that there
/// may be more of them than a process may have open.
package final class InputFile {
    /// The file as it is named in messages: bytes of its name that are no UTF-8 are spelled `\xFF`.
    package let name: String
    /// Whether it is standard input.
    package let isStandardInput: Bool
    /// How many bytes it has; `nil` for pipes.
    package let size: Int?
    private let path: String
    private let identity: FileStatus.Identity?
    private let isRegular: Bool
    private let producer: (any FileProducer)?
    private var opened: Opened?
    /// What was read while it was looked at, and how much of it has been read again since.
    private var head: [UInt8] = []
    private var isLookedAt = false
    private var readAgain = 0

    private struct Opened {
        let descriptor: Int32
        let size: Int
        let changed: (seconds: Int, nanoseconds: Int)
    }

    /// Looks at a file.
    ///
    /// A pipe is opened at once, as whoever writes it may wait for all that read.
    ///
    /// - Throws: `ReportFileError` when it is missing, is a directory or a device, or may not be read.
    package init(path: String) throws(ReportFileError) {
        isStandardInput = path == "-"
        producer = nil
        self.path = path
        name =
            isStandardInput ? "standard input" : path.isEmpty ? "''" : path.withRawBytesSpelled
        let status =
            isStandardInput ? FileStatus(descriptor: STDIN_FILENO) : FileStatus(path: path)
        guard let status else {
            // A standard input that is closed is said when it is read.
            guard isStandardInput else { throw OutputFile.failure(name, errno, "read") }
            (identity, isRegular, size) = (nil, false, nil)
            return
        }
        identity = status.identity
        isRegular = status.kind == .file
        size = isRegular ? status.size : nil
        if status.kind == .folder { throw OutputFile.failure(name, EISDIR, "read") }
        if isStandardInput { return }
        switch status.kind {
        case .device where !Self.isNull(status):
            throw ReportFileError(
                .inputOutput, file: name,
                "cannot be read: it is a device, expected a file or a pipe; if it is meant, pipe it "
                    + "to dmz and name -")
        case .pipe: try take(PipeOpening.open(path, O_RDONLY | O_CLOEXEC, waitingTo: "writes to"))
        default:
            // -1 on failure
            if faccessat(AT_FDCWD, path.fileName, R_OK, AT_EACCESS) != 0 {
                throw OutputFile.failure(name, errno, "read")
            }
        }
    }

    /// What is written by the process itself while it is read.
    ///
    /// - Parameters:
    ///   - name: the file that it is made of, for messages.
    ///   - producer: what writes it.
    init(name: String, from producer: any FileProducer) {
        (self.name, self.producer) = (name, producer)
        (isStandardInput, isRegular, size, path, identity) = (false, false, nil, "", nil)
    }

    deinit { close() }

    /// Whether the process itself writes it: as text in UTF-8, and never empty.
    var isProduced: Bool { producer != nil }

    /// Looks at the beginning, which is read once more afterwards: of a pipe it is kept, another file is opened anew, as
    /// there may be more of them than may be open.
    ///
    /// - Parameter body: reads as much as it needs.
    /// - Returns: what that returns.
    func lookingAhead<Found, Failure: Error>(
        _ body: () throws(Failure) -> Found
    ) throws(Failure) -> Found {
        isLookedAt = true
        defer {
            isLookedAt = false
            if isRegular, !isStandardInput {
                close()
                head = []
            }
        }
        return try body()
    }

    /// Whether a path, when written, would overwrite this file.
    package func isSame(as path: String?) -> Bool {
        let output =
            path.flatMap { $0 == "-" ? nil : FileStatus(path: $0) }
            ?? (path == nil || path == "-" ? FileStatus(descriptor: STDOUT_FILENO) : nil)
        return isRegular && output != nil && output?.identity == identity
    }

    /// The null device has an end, and it is there at once.
    private static func isNull(_ status: FileStatus) -> Bool {
        FileStatus(path: "/dev/null")?.deviceNumber == status.deviceNumber
    }

    private func open() throws(ReportFileError) {
        if let producer { return try take(producer.begin()) }
        // Nothing is waited for, should another file have come in the place of a regular one.
        let flags = O_RDONLY | O_CLOEXEC | (isRegular ? O_NONBLOCK : 0)
        try take(isStandardInput ? STDIN_FILENO : systemOpen(path.fileName, flags))
    }

    private func take(_ descriptor: Int32) throws(ReportFileError) {
        // -1 when it could not be opened
        if descriptor < 0 { throw OutputFile.failure(name, errno, "read") }
        guard let status = FileStatus(descriptor: descriptor) else {
            throw OutputFile.failure(name, errno, "read")
        }
        opened = Opened(descriptor: descriptor, size: status.size, changed: status.changed)
        if isRegular, status.kind != .file { throw hasChanged }
    }

    /// Lets the file go, of which nothing more is read.
    func close() {
        // It is read once more.
        if isLookedAt { return }
        if let opened, !isStandardInput { systemClose(opened.descriptor) }
        opened = nil
    }

    /// Sees to it that a file is still the one that was opened: what was read of one that has
    /// changed meanwhile may be a part of each.
    func checkUnchanged(after bytesRead: Int) throws(ReportFileError) {
        // A pipe has nothing to compare.
        guard isRegular, let opened, let status = FileStatus(descriptor: opened.descriptor) else {
            return
        }
        guard status.size == opened.size, status.changed == opened.changed else {
            throw hasChanged
        }
    }

    private var hasChanged: ReportFileError {
        ReportFileError(
            .inputOutput, file: name,
            "has changed while it was being read; check it again, or a copy of it")
    }

    /// Reads what is there, at most as much as fits; 0 at the end.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReportFileError) -> Int {
        if opened == nil { try open() }
        if !isLookedAt, readAgain < head.count {
            let part = head[readAgain...].prefix(buffer.count)
            buffer.copyBytes(from: part)
            readAgain += part.count
            if readAgain == head.count { (head, readAgain) = ([], 0) }
            return part.count
        }
        while true {
            // -1 on failure
            let count = systemRead(opened?.descriptor ?? -1, buffer.baseAddress, buffer.count)
            if count == 0 { try producer?.end() }
            if count >= 0 {
                if isLookedAt { head += buffer[..<count] }
                return count
            }
            if errno != EINTR { throw OutputFile.failure(name, errno, "read") }
        }
    }
}

private func systemOpen(_ path: [CChar], _ flags: Int32) -> Int32 { open(path, flags) }

private func systemClose(_ descriptor: Int32) { close(descriptor) }

private func systemRead(
    _ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
    read(descriptor, bytes, count)
}
