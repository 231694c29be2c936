/// One edge of a line, for those who draw along it: its course and its neighbours.
package struct LineCourse: Sendable {
    let edge: LineEdge

    /// The part and the segment that the edge is.
    package var part: Int { Int(edge.part) }
    package var segment: Int { Int(edge.segment) }
    /// The first place of the edge.
    package var start: Coordinate { edge.start }
    /// The last place of the edge.
    package var end: Coordinate { edge.end }
    /// What kind of curve the edge is.
    package var kind: EdgeKind { edge.kind }
    /// The length in metres; of planar edges that of the geodesic.
    package var length: Double { edge.length }
    /// The direction in degrees at the start.
    package var startAzimuth: Double { edge.startAzimuth }
    /// The direction in degrees, onward, at the end.
    package var endAzimuth: Double { edge.endAzimuth }
    /// The number of the edge before this one, or `nil` at an open start.
    package var previous: Int? { edge.previous < 0 ? nil : Int(edge.previous) }
    /// The number of the edge after this one, or `nil` at an open end.
    package var next: Int? { edge.next < 0 ? nil : Int(edge.next) }

    /// The place and the direction in degrees where the edge's parameter is `t`, from 0 to 1.
    package func evaluate(at t: Double) -> (place: Coordinate, azimuth: Double) {
        var curve = EdgeCurve(edge)
        let (place, azimuth, _) = curve.evaluate(at: t)
        return (place, azimuth)
    }
}

extension LineLocator {
    /// The edges that have a length, in the line's order; neighbours are named by their number.
    package var courses: [LineCourse] { edges.map(LineCourse.init) }
}

extension Coordinate {
    /// The place in earth-centred, earth-fixed coordinates in metres.
    package var earthCentred: SIMD3<Double> { Vector3(self) }

    /// The directions to the east and to the north there.
    package var tangents: (east: SIMD3<Double>, north: SIMD3<Double>) {
        let (sinLatitude, cosLatitude) = sineAndCosine(degrees: latitude)
        let (sinLongitude, cosLongitude) = sineAndCosine(degrees: longitude)
        return (
            [-sinLongitude, cosLongitude, 0],
            [-sinLatitude * cosLongitude, -sinLatitude * sinLongitude, cosLatitude]
        )
    }
}
