internal import CKernels
import LineSearch

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
    func cell(unit: Double, entry: OpenEntry, runOrLabels: UInt32) -> dmz_open_cell {
        let greatest = Double(Int16.max)
        let least = (low / unit - Self.roundingInUnits).rounded(.down)
        let most = (high / unit + Self.roundingInUnits).rounded(.up)
        return dmz_open_cell(
            a: Int16((a / unit).rounded()), b: Int16((b / unit).rounded()),
            low: least > -greatest ? Int16(min(least, greatest)) : .min,
            high: most < greatest ? Int16(max(most, -greatest)) : .max, entry: entry.bits,
            run_or_labels: runOrLabels)
    }

    /// How much wider cuts become in units of 16 bits.
    ///
    /// Slopes are off by half a unit each, over cells that reach a hair beyond 0...1: 1 unit and a hair. Sums of
    /// up to 30,000 units in numbers of 24 bits are off by less than 4 x 30,000 x 2^-24 = 0.007 units, x and y
    /// of 24 bits as much again.
    static let roundingInUnits = 1.02
    /// What share of its terms a sum of products in numbers of 24 bits may be off by: 8 x 2^-24 are 4.8e-7.
    static let singleShare = 1e-6

    /// What share of an uncertainty chords change by at least, about a threshold in metres and for
    /// uncertainties of up to `greatestUncertainty`.
    static func share(ofUncertaintyAt threshold: Double) -> Double {
        PathBounds.leastShare(ofPathsUpTo: threshold + greatestUncertainty)
    }

    /// Cuts tell of reports that are off by at most so many metres.
    static let greatestUncertainty = 10_000.0

    /// The cut as a margin; a unit is a metre.
    func margin(_ labels: SideLabels) -> dmz_margin {
        let slack = Self.singleShare * (a.magnitude + b.magnitude + low.magnitude + high.magnitude)
        return dmz_margin(
            a: Float(a), b: Float(b), low: Float(low - slack), high: Float(high + slack),
            share: Float(labels.share) * Float(1 - Self.singleShare),
            labels: UInt32(labels.first))
    }

    /// An open cell that nothing cuts so.
    static func none(entry: OpenEntry, run: PieceRun) -> dmz_open_cell {
        dmz_open_cell(a: 0, b: 0, low: .min, high: .max, entry: entry.bits, run_or_labels: run.bits)
    }

    /// The greatest sum of both slopes in such numbers.
    static let greatestSlope = 30_000.0

    /// A unit in metres in which the slopes of limits fit everywhere in a frame: no limit's distance changes
    /// by more than the way.
    static func metresInUnit(of frame: GridFrame) -> Double {
        let width = frame.width / Double(1 << frame.columnBits)
        let height = frame.height / Double(1 << frame.rowBits)
        return (width + height) * (.pi / 180) * PathBounds.roundRadius / greatestSlope
    }

    /// A unit in which the cut's own slopes fit.
    var ownUnit: Double { (a.magnitude + b.magnitude) / Self.greatestSlope }

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
