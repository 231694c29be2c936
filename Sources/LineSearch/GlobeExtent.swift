import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The longitudes and latitudes that something on the globe takes up, a little too wide.
package struct GlobeExtent: Sendable {
    package private(set) var south = 90.0
    package private(set) var north = -90.0
    /// Which quarter degrees of longitude are taken up.
    private var taken = [Bool](repeating: false, count: 1440)

    package init() {}

    /// Whether nothing was added.
    package var isEmpty: Bool { south > north }

    /// Adds everything within a distance in metres of a position.
    package mutating func add(longitude: Double, latitude: Double, reach: Double) {
        // A degree of latitude is at least 110.57 km long.
        let degrees = reach / 110_570 + 1e-6
        add(from: latitude - degrees, to: latitude + degrees)
        let top = max((latitude - degrees).magnitude, (latitude + degrees).magnitude)
        guard top < 89.9 else {
            addAllLongitudes()
            return
        }
        let half =
            asin(
                min(1, sin(degrees * .pi / 180) / cos(latitude * .pi / 180))) * (180 / .pi) * 1.01
            + 1e-6
        guard half < 89 else {
            addAllLongitudes()
            return
        }
        add(longitudesFrom: longitude - half, to: longitude + half)
    }

    /// Adds the box of an edge that is straight in longitude and latitude.
    package mutating func addEdge(from: Coordinate, to: Coordinate, span: Double) {
        add(
            from: min(from.latitude, to.latitude) - 0.001,
            to: max(from.latitude, to.latitude) + 0.001)
        add(
            longitudesFrom: min(from.longitude, from.longitude + span),
            to: max(from.longitude, from.longitude + span))
    }

    /// Adds what another one takes up.
    package mutating func formUnion(_ other: GlobeExtent) {
        add(from: other.south, to: other.north)
        for bin in taken.indices where other.taken[bin] { taken[bin] = true }
    }

    /// Adds everything from what is there already to a pole.
    package mutating func addPole(isSouthern: Bool) {
        add(from: isSouthern ? -90.01 : 90, to: isSouthern ? -90 : 90.01)
        addAllLongitudes()
    }

    package mutating func addAllLongitudes() {
        for bin in taken.indices { taken[bin] = true }
    }

    private mutating func add(from: Double, to: Double) {
        // A little beyond the poles, so that these are within.
        south = min(south, max(-90.01, from))
        north = max(north, min(90.01, to))
    }

    private mutating func add(longitudesFrom west: Double, to east: Double) {
        let first = Int(((west + 360) * 4).rounded(.down))
        let last = Int(((east + 360) * 4).rounded(.down))
        guard last - first < taken.count else {
            addAllLongitudes()
            return
        }
        // From -180 on, so that bins meet at the antimeridian.
        for bin in first...last { taken[((bin - 720) % 1440 + 1440) % 1440] = true }
    }

    /// The western end in -180..<180 and the width of the shortest run of longitudes that holds all.
    package var longitudes: (west: Double, width: Double) {
        var longest = 0
        var end = 0
        var run = 0
        for bin in 0..<(2 * taken.count) {
            run = taken[bin % taken.count] ? 0 : run + 1
            if run > longest { (longest, end) = (run, bin) }
        }
        guard longest > 0, longest < taken.count else { return (-180, 360) }
        let first = (end + 1) % taken.count
        return (Double(first) / 4 - 180, Double(taken.count - longest) / 4)
    }

    /// How near to the equator the extent comes, in degrees.
    var leastLatitudeMagnitude: Double {
        south <= 0 && north >= 0 ? 0 : min(south.magnitude, north.magnitude)
    }
}
