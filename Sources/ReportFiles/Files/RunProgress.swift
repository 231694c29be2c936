#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How far the process has come, for the last words of one that is interrupted.
enum RunProgress {
    /// A signal handler may not take locks or allocate: it reads this one word.
    ///
    /// Written by the worker whose turn it is; a stale number is as good as a fresh one.
    nonisolated(unsafe) private static let records: UnsafeMutablePointer<Int> = {
        let word = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        word.initialize(to: -1)
        return word
    }()

    /// Says that a run has begun or has come so far.
    static func set(_ count: Int) { records.pointee = count }

    /// Writes a line to standard error, by nothing but `write`.
    static func sayInterrupted() {
        guard records.pointee >= 0 else { return }
        put("\ndmz: interrupted; records written so far: ")
        put(digitsOf: records.pointee)
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
