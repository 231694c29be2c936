internal import CKernels
import Geodesy

/// A position as the fast distance needs it: its place in earth-centred metres and the upward normal.
package struct GlobePoint: Sendable {
    package var x, y, z: Double
    package var nx, ny, nz: Double

    /// The place of a position on the ellipsoid.
    ///
    /// - Accuracy: 3 nm.
    package init(longitude: Double, latitude: Double) {
        var place = dmz_place()
        var position = dmz_position(longitude: longitude, latitude: latitude)
        dmz_find_places(&position, 1, &place)
        (x, y, z) = (place.x, place.y, place.z)
        (nx, ny, nz) = (place.nx, place.ny, place.nz)
    }

    var place: dmz_place { dmz_place(x: x, y: y, z: z, nx: nx, ny: ny, nz: nz) }

    package init(_ position: Coordinate) {
        self.init(longitude: position.longitude, latitude: position.latitude)
    }
}

extension GlobePoint {
    /// The geodesic distance to another place by the fast way, and how far it may be off, in metres.
    @inline(__always)
    package func distance(to other: GlobePoint) -> (distance: Double, error: Double) {
        let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
        let bend = (nx - other.nx) * dx + (ny - other.ny) * dy + (nz - other.nz) * dz
        let distance = FastDistance.length(
            squaredChord: dx * dx + dy * dy + dz * dz, bend: bend)
        return (distance, FastDistance.error(at: distance))
    }
}

/// Sine and cosine of an angle of ordinary size in degrees, to 3e-16.
package func fastSineAndCosine(degrees: Double) -> (sine: Double, cosine: Double) {
    var (sine, cosine) = (0.0, 0.0)
    dmz_sine_and_cosine(degrees, &sine, &cosine)
    return (sine, cosine)
}
