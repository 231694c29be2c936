#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Files that are to vanish when the process is interrupted.
enum UnfinishedFiles {
    /// A signal handler may not take locks or allocate: it reads a fixed table of C strings.
    ///
    /// Only the main thread opens outputs, and an entry is whole before it is put in.
    nonisolated(unsafe) private static let names =
        UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
    private static let capacity = 8
    private static let installed: Void = {
        names.initialize(repeating: nil, count: capacity)
        RunProgress.set(-1)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                UnfinishedFiles.removeAll()
                RunProgress.sayInterrupted()
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }()

    /// Makes sure that an interruption is handled, also when nothing is written to a file.
    static func install() { _ = installed }

    static func add(_ name: String) {
        install()
        for k in 0..<capacity where names[k] == nil {
            names[k] = strdup(name)
            return
        }
    }

    static func remove(_ name: String) {
        _ = installed
        for k in 0..<capacity {
            guard let entry = names[k], String(cString: entry) == name else { continue }
            names[k] = nil
            free(entry)
        }
    }

    private static func removeAll() {
        for k in 0..<capacity {
            if let name = names[k] { unlink(name) }
        }
    }
}
