import SystemFiles

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
    /// Files beside this one that earlier runs with the same output left when they were killed.
    ///
    /// They are in nobody's way.
    package let leftovers: [String]
    private let name: String
    /// Where the file will stand, and where it stands for now.
    private var unfinished: (path: String, target: String)?
    /// Where the file stands since it was finished.
    private var published: String?
    private var descriptor: Int32
    /// Whether the descriptor is this file's to close.
    private var isOpen = false

    /// Begins an output; `nil` and `-` are standard output.
    ///
    /// A link is followed: the file that it leads to is written, also when there is none yet. A device
    /// or pipe (`/dev/null`, `/dev/full`, `/dev/stdout`) cannot be renamed over and is written
    /// directly.
    ///
    /// - Throws: `ReportFileError` when the file cannot be made.
    package init(path: String?) throws(ReportFileError) {
        ProcessSignals.install()
        guard let path, path != "-" else {
            name = "standard output"
            descriptor = STDOUT_FILENO
            leftovers = []
            return
        }
        name = path.isEmpty ? "''" : path.withRawBytesSpelled
        switch try OutputPlace(path, name: name) {
        case .descriptor(let number):
            // -1 where no such descriptor is open
            descriptor = fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
            leftovers = []
        case .direct(let path):
            let flags = O_WRONLY | O_CLOEXEC
            // -1 when it could not be opened
            descriptor =
                FileStatus(path: path)?.kind == .pipe
                ? PipeOpening.open(path, flags, waitingTo: "reads")
                : open(path.fileName, flags)
            leftovers = []
        case .file(let target, let old):
            leftovers = UnfinishedName.leftovers(beside: target)
            let file = try UnfinishedFile(beside: target, replacing: old, name: name)
            descriptor = file.descriptor
            unfinished = (file.path, target)
        }
        if descriptor < 0 { throw Self.failure(name, errno, "written") }
        isOpen = true
    }

    /// An output to an open descriptor, such as the end of a pipe, which becomes this file's to close.
    init(descriptor: Int32, name: String) {
        (self.descriptor, self.name) = (descriptor, name)
        leftovers = []
        isOpen = true
    }

    deinit { discard() }

    /// A name that is the same for all ways to write a path, whether the file is there or not; `nil`
    /// for a device or pipe, which several may write.
    package static func canonicalName(_ path: String) -> String? {
        if path == "-" { return path }
        if let kind = FileStatus(path: path)?.kind, kind != .file, kind != .folder { return nil }
        // NULL when there is no such file or folder
        func resolved(_ path: String) -> String? {
            guard let real = realpath(path.fileName, nil) else { return nil }
            defer { free(real) }
            return String(fileName: real)
        }
        let target = OutputPlace.target(of: path) ?? path
        if let whole = resolved(target) { return whole }
        let folder = OutputPlace.folder(of: target)
        let last = String(target.unicodeScalars.dropFirst(folder.unicodeScalars.count))
        return resolved(folder.isEmpty ? "." : folder).map { $0 + "/" + last } ?? target
    }

    /// Appends bytes.
    ///
    /// - Throws: `ReportFileError`, with code `closedPipe` when nobody reads any more.
    package func write(_ buffer: borrowing ByteBuffer) throws(ReportFileError) {
        let bytes = buffer.bytes
        var done = 0
        while done < bytes.count {
            // -1 on failure
            let written = systemWrite(
                descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
            if written < 0 {
                if errno == EINTR { continue }
                throw Self.failure(name, errno, "written")
            }
            done += written
        }
    }

    /// Puts the whole file under its name.
    package func finish() throws(ReportFileError) { try Self.finish([self]) }

    /// Puts whole files under their names, once the bytes of all of them are safe; a signal waits until all
    /// are there.
    package static func finish(_ files: [OutputFile]) throws(ReportFileError) {
        for file in files { try file.complete() }
        try ProcessSignals.holding { () throws(ReportFileError) in
            for file in files { try file.publish() }
        }
        for file in files { try file.syncFolder() }
    }

    /// Sees to it that the bytes are on the disk.
    private func complete() throws(ReportFileError) {
        guard isOpen else { return }
        // fsync, close: -1 on failure
        if unfinished != nil, fsync(descriptor) != 0 { throw Self.failure(name, errno, "written") }
        isOpen = false
        if close(descriptor) != 0 { throw Self.failure(name, errno, "written") }
    }

    private func publish() throws(ReportFileError) {
        guard let (path, target) = unfinished else { return }
        // -1 on failure
        if rename(path.fileName, target.fileName) != 0 {
            throw Self.failure(name, errno, "written")
        }
        unfinished = nil
        published = target
        UnfinishedFiles.remove(path)
    }

    /// Sees to it that the name is safe, which it is when the folder is.
    ///
    /// Not all folders can be synced, and those need not.
    private func syncFolder() throws(ReportFileError) {
        guard let target = published else { return }
        let folder = OutputPlace.folder(of: target)
        let place = open(
            (folder.isEmpty ? "." : folder).fileName, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard place >= 0 else { return }
        defer { close(place) }
        if fsync(place) != 0, errno == EIO { throw Self.failure(name, EIO, "written") }
    }

    /// Gives up: nothing stays behind.
    package func discard() {
        if isOpen { close(descriptor) }
        isOpen = false
        guard let (path, _) = unfinished else { return }
        unlink(path.fileName)
        UnfinishedFiles.remove(path)
        unfinished = nil
    }

    static func failure(_ name: String, _ code: Int32, _ done: String) -> ReportFileError {
        let text = strerror(code).map { String(cString: $0) } ?? "error \(code)"
        return ReportFileError(
            code == EPIPE ? .closedPipe : .inputOutput, file: name,
            "cannot be \(done): \(text.prefix(1).lowercased() + text.dropFirst())")
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
