import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An edge on the globe, projected with as many vertices as a straight piece may leave it.
struct ProjectedEdge {
    let projection: AzimuthalProjection
    /// How far a straight piece may leave the edge, in metres on the map.
    let tolerance: Double

    /// The points behind the first, up to the end of the edge.
    func points(
        from start: Coordinate, to end: Coordinate, _ kind: EdgeKind, after first: MapPoint
    ) -> [MapPoint] {
        let place = Self.course(from: start, to: end, kind)
        var points: [MapPoint] = []
        let last = projection.point(end)
        // A curve that bends both ways may cross its chord in the middle, so long ones are halved first.
        let pieces = max(1, min(64, Int(first.distance(to: last) / 100_000) + 1))
        var (t0, p0) = (0.0, first)
        for k in 1...pieces {
            let t1 = Double(k) / Double(pieces)
            let p1 = k == pieces ? last : projection.point(place(t1))
            halve(place, t0, p0, t1, p1, depth: 0, into: &points)
            points.append(p1)
            (t0, p0) = (t1, p1)
        }
        return points
    }

    private func halve(
        _ place: (Double) -> Coordinate, _ t0: Double, _ p0: MapPoint, _ t1: Double, _ p1: MapPoint,
        depth: Int, into points: inout [MapPoint]
    ) {
        guard depth < 12, p0.distance(to: p1) > tolerance else { return }
        let t = (t0 + t1) / 2
        let p = projection.point(place(t))
        guard p.distance(from: p0, to: p1) > tolerance else { return }
        halve(place, t0, p0, t, p, depth: depth + 1, into: &points)
        points.append(p)
        halve(place, t, p, t1, p1, depth: depth + 1, into: &points)
    }

    /// The place so far along an edge, from 0 to 1.
    private static func course(
        from start: Coordinate, to end: Coordinate, _ kind: EdgeKind
    ) -> (Double) -> Coordinate {
        let way = end.longitude - start.longitude
        let span = way > 180 ? way - 360 : way < -180 ? way + 360 : way
        let rise = end.latitude - start.latitude
        switch kind {
        case .geodesic:
            let path = Geodesic.inverse(from: start, to: end)
            return {
                Geodesic.direct(
                    from: start, azimuth: path.azimuthAtStart, distance: path.distance * $0
                ).position
            }
        case .planar:
            return {
                Coordinate(
                    longitude: start.longitude + $0 * span, latitude: start.latitude + $0 * rise)
            }
        case .rhumb:
            // Straight in longitude and isometric latitude.
            let (first, last) = (isometric(start.latitude), isometric(end.latitude))
            return { t in
                let latitude = start.latitude + t * rise
                let share =
                    (last - first).magnitude > 1e-12
                    ? (isometric(latitude) - first) / (last - first) : t
                return Coordinate(longitude: start.longitude + share * span, latitude: latitude)
            }
        }
    }

    private static func isometric(_ latitude: Double) -> Double {
        let sine = sin(latitude * .pi / 180)
        let eccentricity = WGS84.e2.squareRoot()
        // At a pole it is without end; what is just short of it comes to the same place.
        let most = (1.0).nextDown
        return atanh(max(-most, min(most, sine))) - eccentricity * atanh(eccentricity * sine)
    }
}
