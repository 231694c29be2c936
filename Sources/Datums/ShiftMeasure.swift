import Geodesy

/// By how much positions lie off from where they should, all alike: the medians of the differences east and
/// north, and how much they scatter.
package struct ShiftMeasure: Hashable, Sendable {
    /// A position as it was reported, and where it is.
    package struct Pair: Hashable, Sendable {
        package let reported: Coordinate
        package let control: Coordinate

        package init(reported: Coordinate, control: Coordinate) {
            (self.reported, self.control) = (reported, control)
        }
    }

    /// The medians of the differences; negative to the west and south.
    package let east: Distance
    package let north: Distance
    /// Within so far of the shift lies half of the differences.
    package let scatter: Distance
    /// Within so far of it lie all of them.
    package let greatest: Distance
    /// How many there are.
    package let count: Int

    /// The length of the shift.
    package var length: Distance {
        .metres((east.metres * east.metres + north.metres * north.metres).squareRoot())
    }

    /// How far off the shift itself may be, by the scatter: three times the standard error of a median
    /// when differences are scattered normally, and at least 1 m.
    package var tolerance: Distance {
        // Half of a circular normal distribution lies within 1.177 of its standard deviation; the median of
        // n numbers has 1.253 / sqrt(n) of it.
        max(.metres(1), scatter * (3 * 1.253 / 1.177 / Double(count).squareRoot()))
    }

    /// The shift of some pairs; `nil` of none.
    package init?(_ pairs: [Pair]) {
        guard !pairs.isEmpty else { return nil }
        let differences = pairs.map { Self.difference($0) }
        let (east, north) = (
            Self.median(differences.map(\.east)), Self.median(differences.map(\.north))
        )
        let off = differences.map { difference in
            let (x, y) = (difference.east - east, difference.north - north)
            return (x * x + y * y).squareRoot()
        }
        (self.east, self.north, count) = (.metres(east), .metres(north), pairs.count)
        scatter = .metres(Self.median(off))
        greatest = .metres(off.max() ?? 0)
    }

    /// How far a report lies east and north of where it should, in metres.
    private static func difference(_ pair: Pair) -> (east: Double, north: Double) {
        let radii = WGS84.radii(
            latitude: (pair.reported.latitude + pair.control.latitude) / 2)
        let turn = (pair.reported.longitude - pair.control.longitude).remainder(dividingBy: 360)
        return (
            turn * .pi / 180 * radii.parallel,
            (pair.reported.latitude - pair.control.latitude) * .pi / 180 * radii.meridian
        )
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
