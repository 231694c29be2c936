import Geodesy
import LineSearch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How far reports in a cell may be off for its label to be their verdict, as a number of eight bits:
/// eighths of doublings of a metre.
enum Clearance {
    /// The greatest number whose length is at most a length in metres; 0 below a metre.
    static func code(_ metres: Double) -> UInt8 {
        guard metres >= 1 else { return 0 }
        return UInt8(min(255, (8 * log2(metres) * (1 - 1e-9)).rounded(.down)))
    }

    /// The greatest of few numbers whose length is at most a length in metres: halves of doublings, up to
    /// 16 km.
    static func coarseCode(_ metres: Double) -> UInt8 { min(code(metres) & ~3, 8 * 14) }

    /// The lengths in metres of all codes, a hair short.
    static let metres = FixedArray(
        (0..<256).map { $0 == 0 ? 0 : exp2(Double($0) / 8) * (1 - 1e-9) })
}
