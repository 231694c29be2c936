import Synchronization

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
        _ = (held.load(ordering: .relaxed), waiting.load(ordering: .relaxed))
        RunProgress.set(-1)
        // A closed pipe and a file that grows too large are errors of `write`, not the end.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        for number in interruptions where !isIgnored(number) {
            signal(number) { number in
                if ProcessSignals.held.load(ordering: .sequentiallyConsistent) > 0 {
                    ProcessSignals.waiting.store(number, ordering: .sequentiallyConsistent)
                } else {
                    ProcessSignals.interrupt(by: number)
                }
            }
        }
        limitTime()
        for number in crashes where !isIgnored(number) {
            saved[Int(number)] = action(of: number)
            signal(number) { number in
                UnfinishedFiles.unlinkAll()
                ProcessSignals.crash(by: number)
            }
        }
    }()

    /// Does what a signal must not come between: those that ask the process to end wait for it.
    static func holding<Failure: Error>(
        _ body: () throws(Failure) -> Void
    ) throws(Failure) {
        held.add(1, ordering: .sequentiallyConsistent)
        defer {
            held.subtract(1, ordering: .sequentiallyConsistent)
            let number = waiting.load(ordering: .sequentiallyConsistent)
            if number != 0 { interrupt(by: number) }
        }
        try body()
    }

    /// How many do so now, and the signal that waits; atomics, as handlers may take no lock.
    private static let held = Atomic<Int>(0)
    private static let waiting = Atomic<Int32>(0)

    private static func interrupt(by number: Int32) {
        UnfinishedFiles.unlinkAll()
        RunProgress.sayInterrupted()
        // The timer stands in for the limit on time.
        end(by: number == SIGPROF ? SIGXCPU : number)
    }

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

    /// Asks for a signal shortly before the system kills the process for the time that it takes.
    ///
    /// `ulimit -t` sets the limit that warns and the one that kills to the same second, so that there
    /// would be no warning.
    private static func limitTime() {
        var limit = rlimit()
        // -1 on failure
        #if canImport(Glibc)
            guard getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit) == 0 else { return }
        #else
            guard getrlimit(RLIMIT_CPU, &limit) == 0 else { return }
        #endif
        // Without a limit, and with one of years, there is nothing to ask for.
        guard limit.rlim_cur >= limit.rlim_max, limit.rlim_max < 1 << 30 else { return }
        var used = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
        let before = Double(used.tv_sec) + Double(used.tv_nsec) / 1e9
        let left = max(0.01, Double(limit.rlim_max) - before - 0.2)
        var timer = itimerval()
        timer.it_value.tv_sec = Int(left)
        timer.it_value.tv_usec = .init((left - left.rounded(.down)) * 1e6)
        #if canImport(Glibc)
            setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
        #else
            setitimer(ITIMER_PROF, &timer, nil)
        #endif
    }

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
