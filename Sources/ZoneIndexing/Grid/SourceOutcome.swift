import Geodesy

/// How all positions in a cell lie to one source, as a small number.
///
/// - For lines `4 k + 2 left + beyond`, with `k` the number of thresholds below the distance.
/// - For borders and points `k`.
/// - For polygons 1, inside.
///
/// Nothing is said of sources in the outcome that most have: beyond every threshold, or outside.
typealias SourceOutcome = Int32

/// The distances at which memberships change, ascending, in metres.
struct Thresholds: Sendable {
    private(set) var values: [Double] = []

    init(_ values: [Double]) {
        self.values = Set(values.filter { $0 >= 0 && $0.isFinite }).sorted()
    }

    /// How many thresholds are below a distance.
    @inline(__always)
    func count(below distance: Double) -> Int {
        var k = 0
        while k < values.count, values[k] < distance { k += 1 }
        return k
    }

    /// The numbers of thresholds that can be below a distance.
    var intervals: ClosedRange<Int> { 0...values.count }

    /// A distance between the thresholds, for which every membership is as for all there.
    func distance(between k: Int) -> Double {
        guard let last = values.last, k < values.count else { return (values.last ?? 0) + 1000 }
        return k == 0 ? values[0] / 2 : k == values.count ? last : (values[k - 1] + values[k]) / 2
    }

    /// Those of a band's limits, shifted by an accuracy either way.
    static func of(_ band: DistanceBand, accuracy: Double) -> [Double] {
        let to = band.to + DistanceBand.coincidence
        // At least a limit: not below the number before it.
        let from = (band.from - DistanceBand.coincidence).nextDown
        return [to - accuracy, to + accuracy, from - accuracy, from + accuracy]
    }
}
