import Geodesy
import ZoneIndexing

/// The ways in which a program gives positions to an index.
enum Batches {
    /// As many as a program has at hand at a time; their labels stay in the cache.
    static let size = 16_384

    /// Classifies the first `count` positions, batch by batch.
    ///
    /// - Returns: a sum over the labels, so that nothing is left out.
    @discardableResult
    static func classify(_ positions: [Coordinate], count: Int, _ index: ZoneIndex) -> UInt32 {
        positions.withUnsafeBufferPointer { all in
            var sum: UInt32 = 0
            for start in stride(from: 0, to: count, by: size) {
                let batch = UnsafeBufferPointer(rebasing: all[start..<min(start + size, count)])
                let verdicts = index.classify(batch)
                sum &+= verdicts.labels[verdicts.labels.count - 1]
            }
            return sum
        }
    }

    /// Classifies the first `count` positions with a bound on each.
    static func classify(
        _ positions: [[Coordinate]], uncertainties: [[Distance]], count: Int, _ index: ZoneIndex
    ) {
        var left = count
        for (batch, bounds) in zip(positions, uncertainties) where left > 0 {
            left -= batch.count
            _ = index.classify(batch, uncertainties: bounds)
        }
    }

    /// Finds the nearest places of positions that are cut into batches.
    static func nearest(_ positions: [[Coordinate]], count: Int, _ index: ZoneIndex) {
        var left = count
        for batch in positions where left > 0 {
            left -= batch.count
            _ = index.nearest(to: batch)
        }
    }

    /// Cuts positions, or what belongs to them, into batches.
    static func cut<Element>(_ all: [Element], size: Int = size) -> [[Element]] {
        stride(from: 0, to: all.count, by: size).map {
            Array(all[$0..<min($0 + size, all.count)])
        }
    }
}
