#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension PolygonGeometry {
    /// The area on the ellipsoid: outer rings less their holes, edges straight in longitude and
    /// latitude.
    ///
    /// - Accuracy: 1e-12 of the area or 1 square centimetre, whichever is more.
    public var area: Area {
        var squareMetres = 0.0
        for rings in polygons {
            for (r, ring) in rings.enumerated() {
                let enclosed = Self.area(of: ring).magnitude
                squareMetres += r == 0 ? enclosed : -enclosed
            }
        }
        return .squareMetres(squareMetres)
    }

    /// The length of all rings on the ellipsoid, holes included, edges straight in longitude and
    /// latitude.
    ///
    /// - Accuracy: 1e-12 of the length or 1 micrometre, whichever is more.
    public var perimeter: Distance {
        var metres = 0.0
        for ring in polygons.joined() {
            for v in 0..<(ring.count - 1) {
                metres += planarLength(
                    from: ring[v], to: ring[v + 1],
                    longitudeSpan: Self.ringEdgeSpan(from: ring[v], to: ring[v + 1]))
            }
        }
        return .metres(metres)
    }

    /// The square metres that a ring encloses, positive against the clock; round a pole, those
    /// between it and the pole on its side of the equator, positive.
    static func area(of ring: [Coordinate]) -> Double {
        let base = ring[0].latitude
        var area = 0.0
        var winding = 0.0
        for v in 0..<(ring.count - 1) {
            let (from, to) = (ring[v], ring[v + 1])
            let span = ringEdgeSpan(from: from, to: to)
            winding += span
            let rise = to.latitude - from.latitude
            let stretches = max(1, max(span.magnitude, rise.magnitude).rounded(.up))
            var mean = 0.0
            for (t, weight) in GaussLegendre.nodes(stretches: Int(stretches)) {
                mean += weight * areaFromEquator(latitude: from.latitude + t * rise)
            }
            area -= (mean - areaFromEquator(latitude: base)) * span * (.pi / 180)
        }
        guard winding.magnitude > 180 else { return area }
        let east = winding > 0 ? area : -area
        let (pole, edge) = (areaFromEquator(latitude: 90), areaFromEquator(latitude: base))
        return isSouthern(ring) ? 2 * .pi * (pole + edge) - east : 2 * .pi * (pole - edge) + east
    }

    /// Whether a ring goes round a pole without touching it, and so encloses more than its vertices
    /// span.
    package static func windsRoundPole(_ ring: [Coordinate]) -> Bool {
        let winding = zip(ring, ring.dropFirst()).reduce(0) {
            $0 + ringEdgeSpan(from: $1.0, to: $1.1)
        }
        return winding.magnitude > 180 && !ring.contains(where: \.isPole)
    }

    /// Whether a ring that winds round the globe encloses the south pole rather than the north: the
    /// one on whose side of the equator its vertices lie on average.
    package static func isSouthern(_ ring: [Coordinate]) -> Bool {
        ring.reduce(0) { $0 + $1.latitude } < 0
    }

    /// The degrees of longitude that a ring's edge spans: the short way, but all the way along a
    /// parallel from -180 to 180.
    package static func ringEdgeSpan(from: Coordinate, to: Coordinate) -> Double {
        let span = to.longitude - from.longitude
        return span.magnitude == 360 ? span : LineEdge.shortWay(from: from, to: to)
    }
}

/// The square metres between the equator and a latitude for each radian of longitude, negative in
/// the south.
///
/// - Source: J. P. Snyder, Map Projections: A Working Manual, USGS 1987, eq. 3-12 (authalic
///   latitude).
private func areaFromEquator(latitude: Double) -> Double {
    let sine = sineAndCosine(degrees: latitude).sine
    let e = WGS84.e2.squareRoot()
    return WGS84.b * WGS84.b / 2
        * (sine / (1 - WGS84.e2 * sine * sine) + atanh(e * sine) / e)
}
