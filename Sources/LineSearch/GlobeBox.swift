import Geodesy

/// A run of longitudes and latitudes outside which nothing of something lies.
package struct GlobeBox: Sendable {
    private let west: Double
    private let width: Double
    private let south: Double
    private let north: Double

    package init(_ extent: GlobeExtent) {
        (west, width) = extent.longitudes
        (south, north) = (extent.south, extent.north)
    }

    /// Whether a position is certainly farther from all of it than a distance in metres.
    package func isFar(_ position: Coordinate, beyond metres: Double) -> Bool {
        // A degree of latitude is at least 110.57 km long.
        let beside = max(south - position.latitude, position.latitude - north)
        if beside * 110_570 > metres { return true }
        var east = position.longitude - west
        if east < 0 { east += 360 }
        if east >= 360 { east -= 360 }
        guard east > width else { return false }
        // No path to a meridian is shorter than the arc that meets its great circle squarely.
        let gap = quickSineAndCosine(degrees: min(east - width, 360 - east)).sine
        let cosine = quickSineAndCosine(degrees: position.latitude).cosine
        return gap * cosine * 6_330_000 > metres
    }
}
