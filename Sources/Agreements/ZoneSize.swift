import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How large the text of an agreement wants an area to be at least.
public enum ZoneSize: Hashable, Sendable {
    /// So long and so wide.
    case sides(Distance, Distance)
    /// So many square metres.
    case area(Area)
}

extension ZoneSize: CustomStringConvertible {
    /// As an agreement file writes it.
    public var description: String { inWords(.english) }

    /// The size in the words of a language.
    func inWords(_ say: Phrasing) -> String {
        switch self {
        case .sides(let length, let width):
            return say(
                ">= {length} x {width}",
                ["length": length.inWords(say), "width": width.inWords(say)])
        case .area(let area):
            let number =
                area.squareKilometres == area.squareKilometres.rounded()
                ? "\(Int(min(area.squareKilometres, 1e9)))" : "\(area.squareKilometres)"
            return say(">= {number} km2", ["number": say.number(number)])
        }
    }
}

extension PolygonGeometry {
    /// The width of the narrowest strip that holds the area, and its extent along that strip.
    ///
    /// - Accuracy: in the azimuthal projection about its first vertex, which keeps directions and distances from there;
    ///   others are right to a millionth in areas of up to 20 km.
    package var narrowestStrip: (width: Distance, length: Distance) {
        let vertices = polygons.flatMap { $0.first ?? [] }
        guard let origin = vertices.first else { return (.zero, .zero) }
        let points = vertices.map { vertex -> (x: Double, y: Double) in
            let way = Geodesic.inverse(from: origin, to: vertex)
            let azimuth = way.azimuthAtStart.degrees * .pi / 180
            return (way.distance.metres * sin(azimuth), way.distance.metres * cos(azimuth))
        }
        func extent(_ x: Double, _ y: Double) -> Double {
            let along = points.map { $0.x * x + $0.y * y }
            return (along.max() ?? 0) - (along.min() ?? 0)
        }
        var best = (width: Double.infinity, length: 0.0)
        // The narrowest strip lies along an edge of the convex hull, which is one between two vertices.
        for (k, a) in points.enumerated() {
            for b in points[(k + 1)...] {
                let (x, y) = (b.x - a.x, b.y - a.y)
                let length = (x * x + y * y).squareRoot()
                guard length > 0 else { continue }
                let width = extent(-y / length, x / length)
                if width < best.width { best = (width, extent(x / length, y / length)) }
            }
        }
        return (.metres(best.width), .metres(best.length))
    }
}
