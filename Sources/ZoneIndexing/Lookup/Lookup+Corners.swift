import Geodesy
import Zones

extension Lookup {
    /// Of shapes that leave zones open, those of which corners do not show that this is certain.
    ///
    /// Corners of all shapes are looked up together, the first of each, then the second of those left.
    ///
    /// - Parameters:
    ///   - labels: the labels of the discs about the shapes, each of which leaves zones open.
    ///   - cornerCount: how many corners the shape of a number has.
    ///   - corner: a corner, by the number of its shape and its own.
    /// - Returns: the numbers of those that are to be searched, in their order, each with what its corners
    ///   showed; `nil` of more than 64 zones, where none is looked at.
    mutating func undecidedByCorners(
        _ labels: [UInt32], cornerCount: (Int) -> Int, corner: (Int, Int) -> Coordinate
    ) -> [(number: Int, seen: CornersSeen?)] {
        guard self.labels.zoneCount <= CornersSeen.mostZones else {
            return labels.indices.map { ($0, nil) }
        }
        var seen = labels.map {
            CornersSeen(asked: labelWords.words(of: $0, in: self.labels).undeterminable)
        }
        var (left, undecided) = (Array(labels.indices), [Int]())
        var number = 0
        while !left.isEmpty {
            undecided += left.filter { cornerCount($0) <= number }
            left.removeAll { cornerCount($0) <= number }
            let places = left.map { corner($0, number) }
            let found = places.withUnsafeBufferPointer { places in
                [UInt32](unsafeUninitializedCapacity: places.count) { found, count in
                    label(places, into: found)
                    count = places.count
                }
            }
            var kept = 0
            for (shape, label) in zip(left, found) {
                let words = labelWords.words(of: label, in: self.labels)
                let isDecided = seen[shape].take(
                    inside: words.inside, undeterminable: words.undeterminable)
                left[kept] = shape
                kept += isDecided ? 0 : 1
            }
            left.removeLast(left.count - kept)
            number += 1
        }
        return undecided.sorted().map { ($0, seen[$0]) }
    }
}
