#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard input, output and error of the process.
package enum StandardDescriptors {
    /// Fills those that were closed when the process began.
    ///
    /// Otherwise the next file that is opened gets the number, and a message for standard error goes
    /// into it. The null device is opened the wrong way round: who reads standard input or writes
    /// standard output that is not there gets an error and not the end of the file.
    package static func fill() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            // -1 where it is closed; `open` gives out the lowest number that is free.
            guard fcntl(descriptor, F_GETFD) == -1 else { continue }
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
