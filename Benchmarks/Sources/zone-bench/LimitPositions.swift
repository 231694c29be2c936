import BenchmarkData
import Geodesy
import ZoneIndexing

/// Positions at known distances beside the limits, as `near-limits` writes them.
struct LimitPositions {
    /// How far from a limit they are at most, in metres.
    let reach: Int
    private let positions: [Coordinate]
    private let zones: [Int]
    private let offsets: [Double]

    /// The sets that are in a folder.
    static func sets(in folder: String) -> [LimitPositions] {
        [50, 10, 1].compactMap { reach in
            let path = folder + "/limits-\(reach)m"
            guard let positions = try? RawFile.positions(from: path + ".bin"),
                let truth = try? RawFile.doubles(from: path + ".truth")
            else { return nil }
            return LimitPositions(
                reach: reach, positions: positions,
                zones: positions.indices.map { Int(truth[2 * $0]) },
                offsets: positions.indices.map { truth[2 * $0 + 1] })
        }
    }

    var count: Int { positions.count }

    /// How many positions an index puts on the wrong side of the limit beside them; the distance
    /// zones come first in its plan, in their order.
    func wrong(_ index: ZoneIndex) -> Int {
        let verdicts = index.classify(positions)
        return positions.indices.count {
            let inside = verdicts[$0].membership(inZone: ZoneNumber(rawValue: zones[$0])) == .inside
            return inside != (offsets[$0] <= 1e-6)
        }
    }
}

extension LimitPositions {
    /// The positions over and over, until there are enough to be timed.
    func repeated(toAtLeast count: Int) -> [Coordinate] {
        var all: [Coordinate] = []
        while all.count < count, !positions.isEmpty { all += positions }
        return all
    }
}
