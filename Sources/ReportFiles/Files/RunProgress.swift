import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How far the process has come, for the last words of one that is interrupted.
enum RunProgress {
    /// How many records have been written; -1 outside a run.
    ///
    /// A signal handler may not take locks or allocate: it reads this one word.
    private static let records = Atomic(-1)

    /// Says that a run has begun or has come so far.
    static func set(_ count: Int) { records.store(count, ordering: .relaxed) }

    /// Writes a line to standard error, by nothing but `write`.
    static func sayInterrupted() {
        let count = records.load(ordering: .relaxed)
        guard count >= 0 else { return }
        put("\ndmz: interrupted; records written so far: ")
        put(digitsOf: count)
        put("; a file that was being written is gone\n")
    }

    private static func put(_ text: StaticString) {
        _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
    }

    private static func put(digitsOf number: Int) {
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            var digit = UInt8(ascii: "0") + UInt8(number / divisor % 10)
            _ = write(STDERR_FILENO, &digit, 1)
            divisor /= 10
        }
    }
}
