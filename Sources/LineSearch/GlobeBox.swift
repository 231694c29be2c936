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
        let beside = max(south - position.latitude, position.latitude - north)
        if PathBounds.leastPath(ofLatitudes: beside) > metres { return true }
        var east = position.longitude - west
        if east < 0 { east += 360 }
        if east >= 360 { east -= 360 }
        guard east > width else { return false }
        return PathBounds.leastPath(
            ofLongitudes: min(east - width, 360 - east), upToLatitude: position.latitude) > metres
    }
}
