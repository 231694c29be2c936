#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that appears under its name only when it is whole: it is written beside its place,
/// synced, and renamed.
///
/// Without a name, standard output.
package final class OutputFile {
    private let name: String
    private let temporary: String?
    private var descriptor: Int32

    /// Begins an output; `nil` and `-` are standard output.
    ///
    /// A device or pipe (`/dev/null`, `/dev/full`) cannot be renamed over and is written directly.
    ///
    /// - Throws: `ReportFileError` when the file cannot be made.
    package init(path: String?) throws(ReportFileError) {
        // A closed pipe is then an error of `write`, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        guard let path, path != "-" else {
            name = "standard output"
            temporary = nil
            descriptor = STDOUT_FILENO
            return
        }
        name = path
        var status = stat()
        // -1 when there is no such file yet
        let exists = stat(path, &status) == 0
        let kind = status.st_mode & S_IFMT
        if exists, kind == S_IFDIR { throw Self.failure(path, EISDIR, "written") }
        if exists, kind != S_IFREG {
            temporary = nil
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
        } else {
            let beside = path + ".\(getpid()).part"
            temporary = beside
            let mode = exists ? status.st_mode & 0o777 : 0o666
            descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        }
        // -1 when it could not be opened
        if descriptor < 0 { throw Self.failure(path, errno, "written") }
        if let temporary { UnfinishedFiles.add(temporary) }
    }

    deinit { discard() }

    /// A name that is the same for all ways to write a path, whether the file is there or not.
    package static func canonicalName(_ path: String) -> String {
        if path == "-" { return path }
        // NULL when there is no such file or folder
        func resolved(_ path: String) -> String? {
            guard let real = realpath(path, nil) else { return nil }
            defer { free(real) }
            return String(cString: real)
        }
        if let whole = resolved(path) { return whole }
        guard let slash = path.lastIndex(of: "/") else {
            return resolved(".").map { $0 + "/" + path } ?? path
        }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        return resolved(folder).map { $0 + path[slash...] } ?? path
    }

    /// Appends bytes.
    ///
    /// - Throws: `ReportFileError`, with code `closedPipe` when nobody reads any more.
    package func write(_ buffer: borrowing ByteBuffer) throws(ReportFileError) {
        let bytes = buffer.bytes
        var done = 0
        while done < bytes.count {
            let written = unistdWrite(
                descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
            if written < 0 {
                if errno == EINTR { continue }
                throw Self.failure(name, errno, "written")
            }
            done += written
        }
    }

    /// Puts the whole file under its name.
    package func finish() throws(ReportFileError) {
        guard let temporary else { return }
        // fsync, close, rename: -1 on failure
        if fsync(descriptor) != 0 { throw Self.failure(name, errno, "written") }
        let closed = close(descriptor)
        descriptor = -1
        if closed != 0 { throw Self.failure(name, errno, "written") }
        if rename(temporary, name) != 0 { throw Self.failure(name, errno, "written") }
        UnfinishedFiles.remove(temporary)
    }

    /// Gives up: nothing stays behind.
    package func discard() {
        guard descriptor > STDERR_FILENO else { return }
        close(descriptor)
        descriptor = -1
        if let temporary {
            unlink(temporary)
            UnfinishedFiles.remove(temporary)
        }
    }

    static func failure(_ name: String, _ code: Int32, _ done: String) -> ReportFileError {
        let text = strerror(code).map { String(cString: $0) } ?? "error \(code)"
        return ReportFileError(
            code == EPIPE ? .closedPipe : .inputOutput, file: name,
            "cannot be \(done): \(text.prefix(1).lowercased() + text.dropFirst())")
    }
}

private func unistdWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
