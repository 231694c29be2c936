extension LineGeometry {
    /// The length of the line on the ellipsoid, all parts together and no bridges.
    ///
    /// - Accuracy: 1 micrometre or 1e-12 of the length, whichever is more.
    public var length: Distance {
        var metres = 0.0
        for part in parts {
            for s in 0..<(part.count - 1) where !part[s].isSamePlace(as: part[s + 1]) {
                let edge = LineEdge(
                    from: part[s], to: part[s + 1],
                    longitudeSpan: LineEdge.shortWay(from: part[s], to: part[s + 1]), kind: edges,
                    part: 0, segment: s)
                metres += edge.trueLength
            }
        }
        return .metres(metres)
    }
}

extension LineEdge {
    /// The length in metres along the edge itself, whatever its kind.
    var trueLength: Double {
        kind == .planar
            ? planarLength(from: start, to: end, longitudeSpan: longitudeSpan) : length
    }
}

/// The length in metres of a path straight in longitude and latitude.
func planarLength(from start: Coordinate, to end: Coordinate, longitudeSpan: Double) -> Double {
    let latitudeSpan = end.latitude - start.latitude
    let stretches = max(1, (2 * max(longitudeSpan.magnitude, latitudeSpan.magnitude)).rounded(.up))
    var sum = 0.0
    for (t, weight) in GaussLegendre.nodes(stretches: Int(stretches)) {
        let speed = planarDirection(
            latitude: start.latitude + t * latitudeSpan, longitudeSpan, latitudeSpan
        ).speed
        sum += weight * speed
    }
    return sum
}
