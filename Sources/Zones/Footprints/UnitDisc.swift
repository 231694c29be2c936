#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The disc of radius 1 about 0, 0.
enum UnitDisc {
    /// The area of what of the disc lies west of `x` and south of `y`.
    static func area(westOf x: Double, southOf y: Double) -> Double {
        let (x, y) = (max(-1, min(1, x)), max(-1, min(1, y)))
        if x * x + y * y >= 1 {
            // The lines meet outside the disc: it is cut by one after the other.
            switch (x >= 0, y >= 0) {
            case (true, true): return west(x) + west(y) - .pi
            case (true, false): return west(y)
            case (false, true): return west(x)
            case (false, false): return 0
            }
        }
        // A quarter of the disc, the strips beside the axes, and the rectangle.
        return .pi / 4 + strip(x) + strip(y) + x * y
    }

    /// The area of what lies west of `x`.
    private static func west(_ x: Double) -> Double { .pi / 2 + 2 * strip(x) }

    /// The area between the middle and `x` of one half of the disc, negative to the west.
    private static func strip(_ x: Double) -> Double {
        (x * (1 - x * x).squareRoot() + asin(x)) / 2
    }
}
