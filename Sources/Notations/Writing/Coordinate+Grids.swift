internal import CGeographicLibText
public import Geodesy

extension Coordinate {
    /// The MGRS cell that holds the position, as `37UDP3000050000`.
    ///
    /// Easting and northing are cut off, not rounded, as the grid counts its cells by their
    /// south-west corners. The zone is that of the standard rules, with those for Norway and
    /// Svalbard; beyond 84 north and 80 south the polar grids.
    ///
    /// - Boundary: a position on the border of two cells belongs to the one that it begins, and one
    ///   within 0.1 µm of a border is on it, so that the corner that was read from a reference
    ///   gives that reference again (where the corner lies in the reference's own zone and band).
    /// - Accuracy: 10 nm besides.
    ///
    /// - Parameter digits: how many easting and northing have each: 5 for 1 m, 4 for 10 m, down to
    ///   0 for 100 km.
    /// - Throws: `NotationError` with the code `outOfRange` when the position is not on the globe.
    /// - Precondition: `digits` is one of 0 to 5.
    public func mgrs(digits: Int = 5) throws(NotationError) -> String {
        precondition((0...5).contains(digits))
        var place = try gridPlace(snapping: true).c
        var text = (UInt64(0), UInt64(0))
        let settled = onEquator
        let length = withUnsafeMutableBytes(of: &text) {
            // Never 0 for a place in its own zone.
            cgt_write_mgrs(
                &place, settled.latitude, Int32(digits),
                $0.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self))
        }
        guard length > 0 else { throw offGlobe }
        return withUnsafeBytes(of: &text) { String(decoding: $0.prefix(length), as: UTF8.self) }
    }

    /// The position in metres of UTM, as `37 north 430000 5350000`, or of UPS beyond 84 north and
    /// 80 south, as `UPS north 2000000 2100000`.
    ///
    /// The hemisphere is a word, as `37S` is also the band S, which lies north of the equator.
    /// Easting comes first; both are rounded. The zone is that of the standard rules.
    ///
    /// - Accuracy: 10 nm before rounding.
    ///
    /// - Parameter decimals: how many easting and northing have each: 0 for metres, 3 for
    ///   millimetres.
    /// - Throws: `NotationError` with the code `outOfRange` when the position is not on the globe.
    /// - Precondition: `decimals` is one of 0 to 9.
    public func utm(decimals: Int = 0) throws(NotationError) -> String {
        precondition((0...9).contains(decimals))
        let place = try gridPlace(snapping: false)
        let grid = place.zone == 0 ? "UPS" : "\(place.zone)"
        return "\(grid) \(place.isNorth ? "north" : "south") \(place.easting.fixed(decimals)) "
            + place.northing.fixed(decimals)
    }

    /// The position with a latitude within 0.1 µm of the equator put on it.
    private var onEquator: Coordinate {
        latitude.magnitude < 1e-12 ? Coordinate(longitude: longitude, latitude: 0) : self
    }

    private func gridPlace(snapping: Bool) throws(NotationError) -> GridPlace {
        guard isValid else { throw offGlobe }
        let settled = onEquator
        var place = cgt_grid()
        // False off the globe only.
        guard cgt_to_grid(settled.longitude, settled.latitude, &place) else { throw offGlobe }
        var found = GridPlace(place)
        if snapping {
            found.easting = Self.snapped(found.easting)
            found.northing = Self.snapped(found.northing)
        }
        return found
    }

    /// A number of metres, whole if it is within 0.1 µm.
    private static func snapped(_ metres: Double) -> Double {
        let whole = metres.rounded()
        return (metres - whole).magnitude < 1e-7 ? whole : metres
    }

    var offGlobe: NotationError {
        NotationError(
            .outOfRange, "\(self)",
            "is not on the globe, expected a longitude in -180...180 and a latitude in -90...90")
    }
}
