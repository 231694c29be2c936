import ArgumentParser

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes text to standard output; exits with 1 where it cannot be written, quietly where the
/// reader has gone.
func writeToStandardOutput(_ text: String) throws {
    guard let code = writeAll(text, to: STDOUT_FILENO) else { return }
    if code != EPIPE {
        // A description in the C locale; never null on Linux or macOS.
        let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
        writeToStandardError("standard output cannot be written: \(reason)\n")
    }
    throw ExitCode(1)
}

/// Writes text to standard error; where that is closed there is nowhere left to say so.
func writeToStandardError(_ text: String) { _ = writeAll(text, to: STDERR_FILENO) }

/// Writes all of a text to a file; returns `errno` where that fails.
private func writeAll(_ text: String, to file: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
            // The number of bytes taken, which may be fewer than given; -1 on failure.
            let count = write(
                file, UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: rest)).baseAddress,
                rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                return errno
            }
            rest = rest.dropFirst(count)
        }
        return nil
    }
}
