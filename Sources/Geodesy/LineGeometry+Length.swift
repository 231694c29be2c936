extension LineGeometry {
    /// The length of the line on the ellipsoid, all parts together.
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
        guard kind == .planar else { return length }
        // Gauss-Legendre with five nodes on stretches of at most half a degree.
        let spans = (longitudeSpan, end.latitude - start.latitude)
        let stretches = max(1, (2 * max(spans.0.magnitude, spans.1.magnitude)).rounded(.up))
        let nodes = [
            (-0.906179845938664, 0.23692688505618908), (-0.5384693101056831, 0.47862867049936647),
            (0, 0.5688888888888889), (0.5384693101056831, 0.47862867049936647),
            (0.906179845938664, 0.23692688505618908),
        ]
        var sum = 0.0
        for k in 0..<Int(stretches) {
            for (x, weight) in nodes {
                let t = (Double(k) + 0.5 + 0.5 * x) / stretches
                sum +=
                    weight
                    * planarDirection(
                        latitude: start.latitude + t * spans.1, spans.0, spans.1
                    ).speed
            }
        }
        return sum / (2 * stretches)
    }
}
