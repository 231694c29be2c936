import LineSearch
import Zones

/// Bounds of the distances from all of a cell to one source, in metres, and how many thresholds are below
/// all and below any of them.
struct DistanceRange {
    let low: Double
    let high: Double
    let least: Int32
    let most: Int32

    /// The range of distances whose chords are bounded, in metres.
    init(_ thresholds: Thresholds, leastChord: Double, mostChord: Double) {
        // A path is at least its chord's on the flattest sphere, at most that on the most curved.
        low = PathBounds.leastPath(ofChord: max(0, leastChord - PathBounds.discSlack))
        high = PathBounds.greatestPath(ofChord: mostChord + PathBounds.discSlack) ?? .infinity
        least = Int32(thresholds.count(below: low))
        most = Int32(thresholds.count(below: high))
    }

    /// How much smaller and greater all of the distances can become without passing a threshold.
    func clearance(_ thresholds: Thresholds) -> Double {
        guard least == most else { return 0 }
        let k = Int(least)
        let below = k > 0 ? low - thresholds.values[k - 1] : .infinity
        let above = k < thresholds.values.count ? thresholds.values[k] - high : .infinity
        return min(below, above)
    }
}
