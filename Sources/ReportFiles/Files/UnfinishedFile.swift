import SystemFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is being written beside the place that it will take.
struct UnfinishedFile {
    /// The file's own path for now.
    let path: String
    let descriptor: Int32

    /// Makes a file of a new name beside a target.
    ///
    /// It has the owner and the permissions of the file that it will replace, as far as the system
    /// allows.
    ///
    /// - Throws: `ReportFileError` when no file can be made there.
    init(beside target: String, replacing old: FileStatus?, name: String) throws(ReportFileError) {
        for _ in 0..<100 {
            let path = UnfinishedName.random(beside: target)
            // First, so that an interruption in between leaves nothing.
            UnfinishedFiles.add(path)
            // -1 when it could not be made
            let descriptor = open(
                path.fileName, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, old == nil ? 0o666 : 0o600)
            if descriptor >= 0 {
                Self.hold(descriptor)
                if let old { Self.keep(old, on: descriptor) }
                (self.path, self.descriptor) = (path, descriptor)
                return
            }
            let code = errno
            UnfinishedFiles.remove(path)
            if code != EEXIST { throw OutputFile.failure(name, code, "written") }
        }
        throw OutputFile.failure(name, EEXIST, "written")
    }

    /// Locks a file while the process lives, which tells others that it is not left over.
    ///
    /// Who looks for what is left over holds it for a moment. Where locks are not supported, nothing is
    /// lost but that.
    private static func hold(_ descriptor: Int32) {
        for _ in 0..<50 {
            // -1 on failure
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
            usleep(1000)
        }
    }

    /// Gives a file the owner and permissions of another.
    ///
    /// -1 from these calls means "not allowed", and the file then stays as it is.
    private static func keep(_ old: FileStatus, on descriptor: Int32) {
        var permissions = old.permissions
        let keepsGroup =
            fchown(descriptor, old.owner, old.group) == 0
            || fchown(descriptor, uid_t.max, old.group) == 0
        if !keepsGroup {
            // What the old group was allowed is not allowed to another.
            permissions &= 0o707 | (permissions & 0o007) << 3
        }
        _ = fchmod(descriptor, permissions)
    }
}
