import SystemFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the bytes for a path go, once links have been followed.
enum OutputPlace {
    /// Into an open descriptor of this process, as for `/dev/stdout`.
    case descriptor(Int32)
    /// Into a device or pipe, which cannot be renamed over.
    case direct(path: String)
    /// Under this name, which is no link; with what stands there now.
    case file(path: String, old: FileStatus?)

    /// - Throws: `ReportFileError` when a directory stands there, or what stands there cannot be
    ///   replaced.
    init(_ path: String, name: String) throws(ReportFileError) {
        if let descriptor = Self.ownDescriptor(path) {
            self = .descriptor(descriptor)
            return
        }
        guard let target = Self.target(of: path) else {
            throw OutputFile.failure(name, ELOOP, "written")
        }
        if let descriptor = Self.ownDescriptor(target) {
            self = .descriptor(descriptor)
            return
        }
        guard let status = FileStatus(path: path) else {
            // Nothing stands there yet, or nobody may look: making the file will tell.
            self = .file(path: target, old: nil)
            return
        }
        switch status.kind {
        case .folder: throw OutputFile.failure(name, EISDIR, "written")
        case .file:
            if !Self.mayReplace(status, in: Self.folder(of: target)) || Self.isFixed(target) {
                throw OutputFile.failure(name, EPERM, "written")
            }
            if Self.isMountPoint(target) {
                throw ReportFileError(
                    .inputOutput, file: name,
                    "cannot be written: it is mounted by itself, so that no whole file can take its "
                        + "place; mount its folder and name a file in that")
            }
            self = .file(path: target, old: status)
        default: self = .direct(path: path)
        }
    }

    /// Where a path leads when all links that it ends in are followed, whether or not there is
    /// anything; `nil` when they lead in a circle.
    static func target(of path: String) -> String? {
        var path = path
        // As many as Linux follows.
        for _ in 0..<40 {
            guard FileStatus(unfollowed: path)?.kind == .link, let next = link(path) else {
                return path
            }
            path = next.utf8.first == UInt8(ascii: "/") ? next : folder(of: path) + next
        }
        return nil
    }

    /// The folder of a path, with the slash behind it; empty for the current one.
    static func folder(of path: String) -> String {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        return slash.map { String(path[...$0]) } ?? ""
    }

    private static func link(_ path: String) -> String? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        // -1 on failure; no zero is written behind the name
        guard readlink(path.fileName, &bytes, bytes.count - 1) > 0 else { return nil }
        return String(fileName: bytes)
    }

    /// The descriptor that a path such as `/dev/fd/3` names.
    private static func ownDescriptor(_ path: String) -> Int32? {
        switch path {
        case "/dev/stdout": return STDOUT_FILENO
        case "/dev/stderr": return STDERR_FILENO
        default:
            for folder in ["/dev/fd/", "/proc/self/fd/", "/proc/\(getpid())/fd/"] {
                guard path.hasPrefix(folder) else { continue }
                return Int32(path.dropFirst(folder.count))
            }
            return nil
        }
    }

    /// Whether a file is marked so that nobody may change it, whatever its permissions (`chattr +i`).
    ///
    /// It is not opened for writing, of which others might take notice. Only Linux is asked.
    private static func isFixed(_ path: String) -> Bool {
        #if canImport(Glibc)
            // -1 on failure
            let descriptor = open(path.fileName, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            guard descriptor >= 0 else { return false }
            defer { close(descriptor) }
            var flags: CLong = 0
            // FS_IOC_GETFLAGS, whose macro Swift does not see; -1 where files have no such marks
            guard ioctl(descriptor, 0x8008_6601, &flags) == 0 else { return false }
            // FS_IMMUTABLE_FL, FS_APPEND_FL
            return flags & (0x10 | 0x20) != 0
        #else
            return false
        #endif
    }

    /// Whether a file is a mount of its own, as containers have them: renaming over it fails.
    ///
    /// Only Linux has the list that tells.
    private static func isMountPoint(_ path: String) -> Bool {
        // NULL when there is no such file
        guard let real = realpath(path.fileName, nil) else { return false }
        defer { free(real) }
        do throws(RegularFile.Fault) {
            // The list spells white space and backslashes in octal.
            let spelled = String(fileName: real).rawBytes.flatMap { byte -> [UInt8] in
                switch byte {
                case 0x20: Array("\\040".utf8)
                case 0x09: Array("\\011".utf8)
                case 0x0A: Array("\\012".utf8)
                case 0x5C: Array("\\134".utf8)
                default: [byte]
                }
            }
            return try RegularFile.read("/proc/self/mountinfo").split(separator: 0x0A).contains {
                let fields = $0.split(separator: 0x20, maxSplits: 5)
                return fields.count > 4 && fields[4].elementsEqual(spelled)
            }
        } catch {
            return false
        }
    }

    /// Whether a file may be renamed over.
    ///
    /// In a sticky folder, such as `/tmp`, only its owner may, or the folder's.
    private static func mayReplace(_ old: FileStatus, in folder: String) -> Bool {
        guard let status = FileStatus(path: folder.isEmpty ? "." : folder), status.isSticky else {
            return true
        }
        return geteuid() == 0 || geteuid() == old.owner || geteuid() == status.owner
    }
}
