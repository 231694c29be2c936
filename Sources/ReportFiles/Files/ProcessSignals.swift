#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the process does with signals: none that can be caught leaves an unfinished file.
enum ProcessSignals {
    /// Makes sure that signals are handled, also when nothing is written to a file.
    ///
    /// A signal that was ignored when the process began stays ignored, as `nohup` and the background
    /// jobs of a shell want it.
    static func install() { _ = installed }

    private static let installed: Void = {
        UnfinishedFiles.prepare()
        RunProgress.set(-1)
        // A closed pipe and a file that grows too large are errors of `write`, not the end.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        for number in interruptions where !isIgnored(number) {
            signal(number) { number in
                UnfinishedFiles.unlinkAll()
                RunProgress.sayInterrupted()
                ProcessSignals.end(by: number)
            }
        }
        for number in crashes where !isIgnored(number) {
            saved[Int(number)] = action(of: number)
            signal(number) { number in
                UnfinishedFiles.unlinkAll()
                ProcessSignals.crash(by: number)
            }
        }
    }()

    /// Signals that ask the process to end.
    private static let interruptions = [
        SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2,
    ]
    /// Signals by which a process ends that cannot go on, for example without memory.
    private static let crashes = [SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGSYS]

    /// What was done on a crash before, such as writing a backtrace; by the signal's number.
    ///
    /// Written before there is a handler to read it.
    nonisolated(unsafe) private static let saved = {
        let saved = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
        saved.initialize(repeating: sigaction(), count: 65)
        return saved
    }()

    private static func action(of number: Int32) -> sigaction {
        var action = sigaction()
        // -1 for numbers that are no signal
        sigaction(number, nil, &action)
        return action
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        #if canImport(Darwin)
            let handler = action(of: number).__sigaction_u.__sa_handler
        #else
            let handler = action(of: number).__sigaction_handler.sa_handler
        #endif
        return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// Ends the process as the signal would have without a handler.
    ///
    /// For process 1, as in a container, the system ignores signals that are not handled: `raise` then
    /// comes back.
    private static func end(by number: Int32) {
        signal(number, SIG_DFL)
        raiseNow(number)
        _exit(128 + number)
    }

    /// Does what would have been done without this handler, and ends the process.
    private static func crash(by number: Int32) {
        // -1 for numbers that are no signal
        sigaction(number, saved + Int(number), nil)
        // Comes back where the handler only writes what it saw.
        raiseNow(number)
        end(by: number)
    }

    /// Raises a signal within its own handler, where it otherwise waits until that is left.
    private static func raiseNow(_ number: Int32) {
        var own = sigset_t()
        sigemptyset(&own)
        sigaddset(&own, number)
        pthread_sigmask(SIG_UNBLOCK, &own, nil)
        raise(number)
    }
}
