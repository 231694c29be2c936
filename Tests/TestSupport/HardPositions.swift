import Geodesy

/// Positions about a line at which answers go wrong most easily.
public struct HardPositions {
    let oracle: OracleLine
    var random: SeededGenerator

    /// Positions near a line, from a seed.
    public init(_ oracle: OracleLine, seed: UInt64) {
        self.oracle = oracle
        random = SeededGenerator(seed: seed)
    }

    /// One position; the kinds take turns, so that any run of 24 has all.
    public mutating func position(_ index: Int) -> Coordinate {
        switch index % 24 {
        case 0: onLine().place
        case 1: vertex()
        case 2...3: off(by: 1e-4, square: index % 2 == 0)
        case 4...5: off(by: 0.01, square: index % 2 == 0)
        case 6...7: off(by: 1, square: index % 2 == 0)
        case 8...9: off(by: 100, square: index % 2 == 0)
        case 10...11: off(by: 10e3, square: index % 2 == 0)
        case 12...13: off(by: 200e3, square: index % 2 == 0)
        case 14: off(by: 3000e3, square: false)
        case 15...16: off(by: Double.random(in: 9000e3...19_000e3, using: &random), square: false)
        case 17...18: beyondEnd(spread: 100)
        case 19: beyondEnd(spread: 0)
        case 20...21: onBisector()
        case 22: between()
        default: random.positionAnywhere()
        }
    }

    private mutating func onLine() -> (place: Coordinate, azimuth: Double) {
        let part = Int.random(in: 0..<oracle.line.parts.count, using: &random)
        let segment = Int.random(in: 0..<oracle.line.parts[part].count - 1, using: &random)
        let fraction = Double.random(in: 0...1, using: &random)
        let (place, azimuth) = oracle.place(part: part, segment: segment, fraction: fraction)
        return (place, azimuth)
    }

    private mutating func vertex() -> Coordinate {
        let vertices = oracle.line.parts.joined()
        let i = Int.random(in: 0..<vertices.count, using: &random)
        return vertices[vertices.index(vertices.startIndex, offsetBy: i)]
    }

    private mutating func off(by distance: Double, square: Bool) -> Coordinate {
        let (place, azimuth) = onLine()
        let turn =
            square
            ? (Bool.random(using: &random) ? 90 : -90)
            : Double.random(in: -180...180, using: &random)
        return Exact.direct(place, azimuth: azimuth + turn, distance)
    }

    /// On the prolongation of an end, or up to `spread` degrees to its side.
    private mutating func beyondEnd(spread: Double) -> Coordinate {
        let part = Int.random(in: 0..<oracle.line.parts.count, using: &random)
        let vertices = oracle.line.parts[part]
        let atStart = Bool.random(using: &random)
        let pairs = Array(zip(vertices, vertices.dropFirst()).enumerated())
        let moving = pairs.filter { !$0.element.0.isSamePlace(as: $0.element.1) }
        let segment = (atStart ? moving.first : moving.last)?.offset ?? 0
        let (place, azimuth) = oracle.place(
            part: part, segment: segment, fraction: atStart ? 0 : 1)
        let turn = spread > 0 ? Double.random(in: -spread...spread, using: &random) : 0
        return Exact.direct(
            place, azimuth: azimuth + (atStart ? 180 : 0) + turn, random.logarithmic(1e-3, 300e3))
    }

    /// As near to one segment at a vertex as to the next, give or take.
    private mutating func onBisector() -> Coordinate {
        let part = Int.random(in: 0..<oracle.line.parts.count, using: &random)
        let count = oracle.line.parts[part].count
        guard count > 2 else { return onLine().place }
        let v = Int.random(in: 1..<count - 1, using: &random)
        let (place, before) = oracle.place(part: part, segment: v - 1, fraction: 1)
        let after = oracle.place(part: part, segment: v, fraction: 0).azimuth
        let turn = (after - before - 180).remainder(dividingBy: 360)
        let on = Exact.direct(
            place, azimuth: before + 180 + turn / 2, random.logarithmic(0.01, 30e3))
        return Bool.random(using: &random)
            ? on
            : Exact.direct(
                on, azimuth: Double.random(in: 0...360, using: &random),
                random.logarithmic(1e-4, 10))
    }

    /// Midway between two places on the line.
    private mutating func between() -> Coordinate {
        let (one, other) = (onLine().place, onLine().place)
        let path = Exact.inverse(one, other)
        return Exact.direct(one, azimuth: path.start, path.distance / 2)
    }
}
