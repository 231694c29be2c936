internal import CKernels

/// A straight cut through a cell: positions far enough to either side of it have one label each.
///
/// Over the cell of the frame that holds it x and y run from 0 to 1; where a x + b y is less than
/// `low` the lower label holds, where it is more than `high` the upper one.
struct CellCut {
    let a: Double
    let b: Double
    let low: Double
    let high: Double

    /// All four in numbers of 16 bits, rounded so that nothing more is decided; `unit` is that of the
    /// cut in one of theirs, with which the cut's slopes must fit.
    func cell(unit: Double, entry: VerdictGrid.Entry, run: UInt32) -> dmz_open_cell {
        let greatest = Double(Int16.max)
        // Slopes are off by half a number each, over cells that reach a hair beyond 0...1; positions
        // and sums by what numbers of 24 bits leave out.
        let least = (low / unit - 1.02).rounded(.down)
        let most = (high / unit + 1.02).rounded(.up)
        return dmz_open_cell(
            a: Int16((a / unit).rounded()), b: Int16((b / unit).rounded()),
            low: least > -greatest ? Int16(min(least, greatest)) : .min,
            high: most < greatest ? Int16(max(most, -greatest)) : .max, entry: entry.bits, run: run)
    }

    /// An open cell that nothing cuts so.
    static func none(entry: VerdictGrid.Entry, run: UInt32) -> dmz_open_cell {
        dmz_open_cell(a: 0, b: 0, low: .min, high: .max, entry: entry.bits, run: run)
    }

    /// The greatest sum of both slopes in such numbers.
    static let greatestSlope = 30_000.0

    /// Whether so little of a cell of the given share of the frame's cell lies beside the cut that
    /// smaller cells are not worth their while.
    func isSharp(overShare share: Double) -> Bool {
        high - low <= (a.magnitude + b.magnitude) * share / 16
    }

    /// Whether the cut decides anything in a cell of the given share.
    func isUseful(overShare share: Double) -> Bool {
        high - low <= 1.5 * (a.magnitude + b.magnitude) * share
    }
}
