import CGeographicLib
import Geodesy

/// A line as the oracle sees it.
///
/// Unchecked: the C side never changes a prepared line.
final class OracleLine: @unchecked Sendable {
    private let handle: OpaquePointer
    let line: LineGeometry

    init(_ line: LineGeometry) {
        self.line = line
        let kind = [EdgeKind.geodesic, .rhumb, .planar].firstIndex(of: line.edges) ?? 0
        let numbers = line.parts.joined().flatMap { [$0.longitude, $0.latitude] }
        let sizes = line.parts.map { Int32($0.count) }
        handle = oracle_line_create(Int32(kind), numbers, sizes, Int32(sizes.count))
    }

    deinit { oracle_line_free(handle) }

    var length: Double { oracle_line_length(handle) }

    func nearest(to position: Coordinate) -> OracleAnswer {
        var answer = oracle_answer()
        oracle_line_nearest(handle, position.longitude, position.latitude, &answer)
        return OracleAnswer(position: position, answer)
    }

    /// The place at a fraction of a segment, and the line's azimuth there in degrees.
    func place(part: Int, segment: Int, fraction: Double) -> (Coordinate, azimuth: Double) {
        var place = Coordinate(longitude: 0, latitude: 0)
        var azimuth = 0.0
        oracle_line_place(
            handle, Int32(part), Int32(segment), fraction, &place.longitude, &place.latitude,
            &azimuth)
        return (place, azimuth)
    }
}

/// What the oracle says about one position; 56 bytes in a fixture.
struct OracleAnswer {
    var position: Coordinate
    var distance: Double
    var fraction: Double
    var part: UInt16
    var segment: UInt16
    var side: LineSide
    var isVertex: Bool
    /// How much farther the nearest place on another segment is, in metres.
    var segmentMargin: Float
    /// How certain the side is, in metres.
    var sideMargin: Float
    /// How far the place moves when the position moves along the line by one metre.
    var sensitivity: Float
    /// The distance beyond the perpendicular at an open end, about; zero elsewhere.
    var beyond: Float

    static let sides: [LineSide] = [.left, .right, .on, .none]
}

extension OracleAnswer {
    init(position: Coordinate, _ answer: oracle_answer) {
        self.init(
            position: position, distance: answer.distance, fraction: answer.fraction,
            part: UInt16(answer.part), segment: UInt16(answer.segment),
            side: Self.sides[Int(answer.side)], isVertex: answer.is_vertex != 0,
            segmentMargin: Float(answer.segment_margin), sideMargin: Float(answer.side_margin),
            sensitivity: Float(answer.sensitivity), beyond: Float(answer.beyond))
    }
}

/// The oracle's geodesics.
enum Exact {
    static func distance(_ from: Coordinate, _ to: Coordinate) -> Double {
        oracle_inverse(from.latitude, from.longitude, to.latitude, to.longitude, nil, nil)
    }

    static func inverse(
        _ from: Coordinate, _ to: Coordinate
    ) -> (distance: Double, start: Double, end: Double) {
        var (start, end) = (0.0, 0.0)
        let distance = oracle_inverse(
            from.latitude, from.longitude, to.latitude, to.longitude, &start, &end)
        return (distance, start, end)
    }

    static func direct(_ from: Coordinate, azimuth: Double, _ distance: Double) -> Coordinate {
        var end = Coordinate(longitude: 0, latitude: 0)
        oracle_direct(
            from.latitude, from.longitude, azimuth, distance, &end.latitude, &end.longitude)
        return end
    }
}
