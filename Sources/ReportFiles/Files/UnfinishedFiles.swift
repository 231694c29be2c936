import SystemFiles

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
    nonisolated(unsafe) private static let names = {
        let names = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
        names.initialize(repeating: nil, count: capacity)
        return names
    }()
    private static let capacity = 16
    /// Held by those who change the table.
    private static let changing = Turnstile()

    /// Makes what the handler reads, before there is a handler.
    static func prepare() { _ = names }

    static func add(_ path: String) {
        ProcessSignals.install()
        changing.lock()
        defer { changing.unlock() }
        if let k = (0..<capacity).first(where: { names[$0] == nil }) {
            names[k] = strdup(path.fileName)
        }
    }

    static func remove(_ path: String) {
        changing.lock()
        defer { changing.unlock() }
        for k in 0..<capacity {
            if let entry = names[k], strcmp(entry, path.fileName) == 0 { names[k] = nil }
        }
    }

    /// Takes the files away, by nothing but `unlink`.
    static func unlinkAll() {
        for k in 0..<capacity {
            if let name = names[k] { unlink(name) }
        }
    }
}
