import Synchronization
import SystemFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Opening of pipes with names, which waits for whoever is at the other end.
enum PipeOpening {
    private final class Flag: Sendable {
        let isSet = Atomic(false)
    }

    /// Opens a pipe; says so on standard error when nobody has come to the other end for a while.
    ///
    /// - Returns: the descriptor, or -1 with `errno` set.
    static func open(_ path: String, _ flags: Int32, waitingTo deed: String) -> Int32 {
        let isOpen = Flag()
        defer { isOpen.isSet.store(true, ordering: .relaxed) }
        BesideThread.run {
            for _ in 0..<30 {
                usleep(100_000)
                if isOpen.isSet.load(ordering: .relaxed) { return }
            }
            var line =
                "dmz: \(String(visible: path.withRawBytesSpelled)): waiting for a program that "
                + "\(deed) this pipe\n"
            line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
        }
        return systemOpen(path.fileName, flags)
    }
}

private func systemOpen(_ path: [CChar], _ flags: Int32) -> Int32 {
    open(path, flags)
}
