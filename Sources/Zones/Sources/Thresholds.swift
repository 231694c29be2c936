/// The distances in metres at which memberships change, ascending.
package struct Thresholds: Hashable, Sendable {
    package private(set) var values: [Double]

    /// The finite ones of some values, each once.
    package init(_ values: [Double]) {
        self.values = Set(values.filter(\.isFinite)).sorted()
    }

    /// How many thresholds are below a distance.
    @inlinable @inline(__always)
    package func count(below distance: Double) -> Int {
        var k = 0
        while k < values.count, values[k] < distance { k += 1 }
        return k
    }

    /// The numbers of thresholds that can be below a distance.
    package var intervals: ClosedRange<Int> { 0...values.count }

    /// A distance that `k` thresholds are below, for which every membership is as for all of these.
    package func distance(between k: Int) -> Double {
        guard let first = values.first, let last = values.last else { return 0 }
        if k == 0 { return first > 0 ? first / 2 : first - 1000 }
        return k < values.count ? (values[k - 1] + values[k]) / 2 : last + 1000
    }
}

extension DistanceBand {
    /// Where memberships in the band change.
    var thresholds: [Double] { [greatest] + (least.map { [$0] } ?? []) }
}
