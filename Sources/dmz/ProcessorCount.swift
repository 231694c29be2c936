#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many processors there are.
enum ProcessorCount {
    /// At least 1, also where the system does not say.
    static var usable: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
