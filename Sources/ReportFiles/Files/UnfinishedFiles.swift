#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Files that are to vanish when the process is interrupted.
enum UnfinishedFiles {
    /// A signal handler may not take locks or allocate: it reads a fixed table of C strings.
    ///
    /// An entry is whole before it is put in, and never freed: the handler may be reading it.
    nonisolated(unsafe) private static let names =
        UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
    private static let capacity = 8
    /// Held by those who change the table.
    private static let changing = Turnstile()
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
        changing.lock()
        defer { changing.unlock() }
        if let k = (0..<capacity).first(where: { names[$0] == nil }) { names[k] = strdup(name) }
    }

    static func remove(_ name: String) {
        _ = installed
        changing.lock()
        defer { changing.unlock() }
        for k in 0..<capacity {
            if let entry = names[k], String(cString: entry) == name { names[k] = nil }
        }
    }

    private static func removeAll() {
        for k in 0..<capacity {
            if let name = names[k] { unlink(name) }
        }
    }
}
