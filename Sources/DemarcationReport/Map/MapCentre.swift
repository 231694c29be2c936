import Agreements
import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension AzimuthalProjection {
    /// The projection about the middle of an agreement's lines; `nil` for one without lines.
    package init?(aboutLinesOf agreement: Agreement) {
        guard let middle = Self.mean(agreement.lines.map { Self.middle(of: $0.geometry) }) else {
            return nil
        }
        self.init(centre: middle)
    }

    /// The projection about the middle of places; `nil` where there are none, or no middle.
    package init?(about places: some Collection<Coordinate>) {
        guard let middle = Self.mean(places) else { return nil }
        self.init(centre: middle)
    }

    /// The vertex at or behind half of a line's length, or the place between two where one edge is longer.
    private static func middle(of line: LineGeometry) -> Coordinate {
        let half = line.length.metres / 2
        var gone = 0.0
        for part in line.parts {
            for (from, to) in zip(part, part.dropFirst()) {
                let path = Geodesic.inverse(from: from, to: to)
                if gone + path.distance.metres >= half {
                    return Geodesic.direct(
                        from: from, azimuth: path.azimuthAtStart, distance: .metres(half - gone)
                    ).position
                }
                gone += path.distance.metres
            }
        }
        return line.parts[0][line.parts[0].count - 1]
    }

    /// The direction between several, as seen from the middle of the Earth.
    private static func mean(_ places: some Collection<Coordinate>) -> Coordinate? {
        if places.count == 1 { return places.first }
        var (x, y, z) = (0.0, 0.0, 0.0)
        for place in places where place.isValid {
            let (longitude, latitude) = (
                place.longitude * .pi / 180, place.latitude * .pi / 180
            )
            x += cos(latitude) * cos(longitude)
            y += cos(latitude) * sin(longitude)
            z += sin(latitude)
        }
        let length = (x * x + y * y + z * z).squareRoot()
        guard length > 1e-9 * Double(max(1, places.count)) else { return nil }
        return Coordinate(
            longitude: atan2(y, x) * 180 / .pi,
            latitude: asin(max(-1, min(1, z / length))) * 180 / .pi)
    }
}
