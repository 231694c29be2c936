import Geodesy
import TestSupport

/// Positions at chosen distances from limits about a line, by the oracle alone.
struct LimitPositions {
    static let limits: [Distance] = [2, 5, 15, 25, 50, 70, 140].map { .kilometres($0) }
    /// Metres from a limit.
    static let offsets = [0, -1e-4, 1e-4, -0.01, 0.01, -1, 1, -100, 100]

    let oracle: OracleLine
    var random: SeededGenerator

    init(_ line: LineGeometry, seed: UInt64) {
        oracle = OracleLine(line)
        random = SeededGenerator(seed: seed)
    }

    /// The oracle's answers about positions at all offsets from one limit, along a way from the
    /// place of the line that is nearest to them; from the line itself where the limit is 0.
    mutating func ray(limit: Double) -> [OracleAnswer] {
        let (start, along) = anyPlace()
        guard limit > 0 else {
            return Self.offsets.map {
                oracle.nearest(to: Exact.direct(start, azimuth: along, $0))
            }
        }
        var position = Exact.direct(start, azimuth: along, limit)
        var way = (place: start, azimuth: along)
        for _ in 0..<6 {
            let found = oracle.nearest(to: position)
            way = self.way(to: found)
            if (found.distance - limit).magnitude < 0.1 { break }
            position = Exact.direct(way.place, azimuth: way.azimuth, limit)
        }
        return Self.offsets.map {
            oracle.nearest(to: Exact.direct(way.place, azimuth: way.azimuth, limit + $0))
        }
    }

    /// A position about as far as some limit, at some offset.
    mutating func position() -> Coordinate {
        let (start, azimuth) = anyPlace()
        let offset = Self.offsets.randomElement(using: &random) ?? 0
        return Exact.direct(start, azimuth: azimuth, anyLimit() + offset)
    }

    /// A limit, or the line itself.
    mutating func anyLimit() -> Double {
        ([.zero] + Self.limits).randomElement(using: &random)?.metres ?? 0
    }

    /// The nearest place and the direction to the position from there.
    private func way(to found: OracleAnswer) -> (place: Coordinate, azimuth: Double) {
        let place = oracle.place(
            part: Int(found.part), segment: Int(found.segment), fraction: found.fraction
        ).0
        return (place, Exact.inverse(place, found.position).start)
    }

    /// A place on the line, often a vertex, and a direction away from the line there.
    private mutating func anyPlace() -> (Coordinate, azimuth: Double) {
        let part = Int.random(in: 0..<oracle.line.parts.count, using: &random)
        let last = oracle.line.parts[part].count - 2
        let segment = Int.random(in: 0...last, using: &random)
        let kind = Int.random(in: 0..<8, using: &random)
        guard kind > 1 else {
            // At the part's ends as often as anywhere else.
            let atEnd = Bool.random(using: &random)
            let (place, azimuth) = oracle.place(
                part: part, segment: kind == 0 ? (atEnd ? last : 0) : segment,
                fraction: atEnd ? 1 : 0)
            return (place, azimuth + Double.random(in: -180...180, using: &random))
        }
        let (place, azimuth) = oracle.place(
            part: part, segment: segment, fraction: Double.random(in: 0...1, using: &random))
        return (place, azimuth + (Bool.random(using: &random) ? 90 : -90))
    }
}
