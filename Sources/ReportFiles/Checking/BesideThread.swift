#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Work beside the caller's.
enum BesideThread {
    private final class Work {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Runs work on a thread of its own; at once where the system has no more threads to give, as a
    /// queue would then wait for one and never say so.
    static func run(_ work: @escaping @Sendable () -> Void) {
        if !begin(work) { work() }
    }

    /// Begins work on a thread of its own; false, with nothing done, where the system has no more threads.
    static func begin(_ work: @escaping @Sendable () -> Void) -> Bool {
        let box = Unmanaged.passRetained(Work(work))
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        // Not 0 on failure
        let failure = pthread_create(&thread, nil, threadMain, box.toOpaque())
        guard failure == 0 else {
            box.release()
            return false
        }
        #if canImport(Darwin)
            if let thread { pthread_detach(thread) }
        #else
            pthread_detach(thread)
        #endif
        return true
    }

    #if canImport(Darwin)
        private static let threadMain:
            @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { pointer in
                Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
                return nil
            }
    #else
        private static let threadMain:
            @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
                pointer.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue() }?.run()
                return nil
            }
    #endif
}
