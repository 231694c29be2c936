import CGeographicLib
public import Geodesy

/// A line as the oracle sees it.
///
/// Unchecked: the C side never changes a prepared line.
public final class OracleLine: @unchecked Sendable {
    private let handle: OpaquePointer
    /// The line.
    public let line: LineGeometry

    /// A line made ready for the oracle.
    public init(_ line: LineGeometry) {
        self.line = line
        let kind = [EdgeKind.geodesic, .rhumb, .planar].firstIndex(of: line.edges) ?? 0
        let numbers = line.parts.joined().flatMap { [$0.longitude, $0.latitude] }
        let sizes = line.parts.map { Int32($0.count) }
        handle = oracle_line_create(Int32(kind), numbers, sizes, Int32(sizes.count))
    }

    deinit { oracle_line_free(handle) }

    /// The length in metres.
    public var length: Double { oracle_line_length(handle) }

    /// The nearest place, by the oracle.
    public func nearest(to position: Coordinate) -> OracleAnswer {
        var answer = oracle_answer()
        oracle_line_nearest(handle, position.longitude, position.latitude, &answer)
        return OracleAnswer(position: position, answer)
    }

    /// The place at a fraction of a segment, and the line's azimuth there in degrees.
    public func place(part: Int, segment: Int, fraction: Double) -> (Coordinate, azimuth: Double) {
        var place = Coordinate(longitude: 0, latitude: 0)
        var azimuth = 0.0
        oracle_line_place(
            handle, Int32(part), Int32(segment), fraction, &place.longitude, &place.latitude,
            &azimuth)
        return (place, azimuth)
    }
}

/// What the oracle says about one position; 56 bytes in a fixture.
public struct OracleAnswer: Sendable {
    /// What was asked about.
    public var position: Coordinate
    /// In metres.
    public var distance: Double
    /// By length, for planar edges by longitude and latitude.
    public var fraction: Double
    /// The part of the line.
    public var part: UInt16
    /// The segment within the part.
    public var segment: UInt16
    /// The side of the line.
    public var side: LineSide
    /// Whether the place is a vertex.
    public var isVertex: Bool
    /// How much farther the nearest place on another segment is, in metres.
    public var segmentMargin: Float
    /// How certain the side is, in metres.
    public var sideMargin: Float
    /// How far the place moves when the position moves along the line by one metre.
    public var sensitivity: Float
    /// The distance beyond the perpendicular at an open end, about; zero elsewhere.
    public var beyond: Float

    /// The sides by the oracle's numbers.
    public static let sides: [LineSide] = [.left, .right, .on, .none]

    /// An answer from its numbers.
    public init(
        position: Coordinate, distance: Double, fraction: Double, part: UInt16, segment: UInt16,
        side: LineSide, isVertex: Bool, segmentMargin: Float, sideMargin: Float,
        sensitivity: Float, beyond: Float
    ) {
        self.position = position
        self.distance = distance
        self.fraction = fraction
        self.part = part
        self.segment = segment
        self.side = side
        self.isVertex = isVertex
        self.segmentMargin = segmentMargin
        self.sideMargin = sideMargin
        self.sensitivity = sensitivity
        self.beyond = beyond
    }
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
public enum Exact {
    /// The distance in metres.
    public static func distance(_ from: Coordinate, _ to: Coordinate) -> Double {
        oracle_inverse(from.latitude, from.longitude, to.latitude, to.longitude, nil, nil)
    }

    /// The distance in metres, and the azimuths in degrees at both ends.
    public static func inverse(
        _ from: Coordinate, _ to: Coordinate
    ) -> (distance: Double, start: Double, end: Double) {
        var (start, end) = (0.0, 0.0)
        let distance = oracle_inverse(
            from.latitude, from.longitude, to.latitude, to.longitude, &start, &end)
        return (distance, start, end)
    }

    /// The end of a geodesic.
    public static func direct(_ from: Coordinate, azimuth: Double, _ distance: Double) -> Coordinate
    {
        var end = Coordinate(longitude: 0, latitude: 0)
        oracle_direct(
            from.latitude, from.longitude, azimuth, distance, &end.latitude, &end.longitude)
        return end
    }
}
