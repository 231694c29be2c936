#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Files that a process may still open.
enum FreeDescriptors {
    /// What threads need to be made and woken, and one for the file that is read.
    static let ofRun = 4

    /// Sees to it that so many more files can be open at once: where there are fewer, Dispatch ends the
    /// process.
    ///
    /// - Throws: `ReportFileError` when there are fewer.
    static func require(_ count: Int) throws(ReportFileError) {
        var taken: [Int32] = []
        defer { for descriptor in taken { close(descriptor) } }
        for _ in 0..<count {
            // -1 when no more may be open
            let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else {
                throw ReportFileError(
                    .inputOutput,
                    "the process may have too few files open at once, expected \(count) more; raise "
                        + "the limit, as with ulimit -n 64")
            }
            taken.append(descriptor)
        }
    }
}
