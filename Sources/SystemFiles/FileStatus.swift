#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the system says of a file.
package struct FileStatus {
    /// What a path can lead to.
    package enum Kind: Sendable { case file, folder, pipe, socket, device, link }

    /// What tells files apart, whatever their names.
    package struct Identity: Hashable, Sendable {
        let device: UInt64
        let number: UInt64
    }

    private let status: stat

    /// The file that a path leads to, or `nil` with `errno` set.
    package init?(path: String) {
        var status = stat()
        // -1 on failure
        guard stat(path.fileName, &status) == 0 else { return nil }
        self.status = status
    }

    /// What is at a path itself, which may be a link; or `nil` with `errno` set.
    package init?(unfollowed path: String) {
        var status = stat()
        // -1 on failure
        guard lstat(path.fileName, &status) == 0 else { return nil }
        self.status = status
    }

    /// An open file, or `nil` with `errno` set.
    package init?(descriptor: Int32) {
        var status = stat()
        // -1 on failure
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.status = status
    }

    package var kind: Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFIFO: .pipe
        case S_IFSOCK: .socket
        case S_IFLNK: .link
        default: .device
        }
    }

    package var size: Int { Int(status.st_size) }
    package var owner: uid_t { status.st_uid }
    package var group: gid_t { status.st_gid }
    /// What owner, group and others may do.
    package var permissions: mode_t { status.st_mode & 0o777 }
    /// Whether in this folder only a file's owner may take it away.
    package var isSticky: Bool { status.st_mode & S_ISVTX != 0 }

    package var identity: Identity {
        Identity(
            device: UInt64(truncatingIfNeeded: status.st_dev),
            number: UInt64(truncatingIfNeeded: status.st_ino))
    }

    /// Which device it is, where it is one.
    package var deviceNumber: UInt64 { UInt64(truncatingIfNeeded: status.st_rdev) }

    /// When the bytes were changed last.
    package var changed: (seconds: Int, nanoseconds: Int) {
        #if canImport(Darwin)
            (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
        #else
            (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        #endif
    }
}

extension FileStatus.Kind {
    /// The kind in a sentence: "this is …".
    package var inWords: String {
        switch self {
        case .file: "a file"
        case .folder: "a directory"
        case .pipe: "a pipe"
        case .socket: "a socket"
        case .device: "a device"
        case .link: "a link"
        }
    }
}
