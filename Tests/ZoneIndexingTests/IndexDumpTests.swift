import Foundation
import Geodesy
import TestSupport
import Testing

@testable import ZoneIndexing

/// The index that `docs/index-internals.md` shows is what the pictures say.
@Suite("The index in the pictures")
struct IndexDumpTests {
    @Test("Cells and sides of cuts have the verdicts that the definitions give their positions")
    func verdicts() throws {
        let index = try IndexDump.index()
        let grid = try #require(index.grid)
        var dump = IndexDump(index, grid)
        var kinds: Set<String> = []
        for cell in dump.cells {
            let share = 1 / Double(1 << cell.depth)
            for (x, y) in [(0.5, 0.5), (0.02, 0.02), (0.98, 0.02), (0.02, 0.98), (0.98, 0.98)] {
                let (column, row) = (Double(cell.column) + x, Double(cell.row) + y)
                let position = Coordinate(
                    longitude: dump.west + column * share * dump.width / Double(dump.columns),
                    latitude: dump.south + row * share * dump.height / Double(dump.rows))
                let exact = Self.words(index.exactVerdict(position))
                if let verdict = cell.verdict { #expect(verdict == exact, "\(position)") }
                if let cut = cell.cut {
                    let mask = 1 << cell.depth - 1
                    let value =
                        cut.a * (Double(cell.column & mask) + x) * share
                        + cut.b * (Double(cell.row & mask) + y) * share
                    if value < cut.low { #expect(cut.lower == exact, "\(position)") }
                    if value > cut.high { #expect(cut.upper == exact, "\(position)") }
                }
            }
            kinds.insert(
                cell.verdict.map { "\(cell.depth > 0) \($0)" }
                    ?? "open \(cell.isLeaf ?? false) \(cell.cut != nil)")
        }
        #expect(kinds.count >= 8)
        try Self.addWays(index, grid, to: &dump)
        if let path = ProcessInfo.processInfo.environment["DMZ_INDEX_DUMP"] {
            let coder = JSONEncoder()
            coder.outputFormatting = [.sortedKeys]
            try coder.encode(dump).write(to: URL(fileURLWithPath: path))
        }
    }

    private static func words(_ verdict: ZoneVerdict) -> String {
        let zones = verdict.zonesInside.map { $0 == 0 ? "near" : "polygon" }
        return (zones + (verdict.side(ofLine: 0).map { [$0.rawValue] } ?? []))
            .joined(separator: " ")
    }

    /// Follows positions all over the frame, and beside the limit.
    private static func addWays(
        _ index: ZoneIndex, _ grid: VerdictGrid, to dump: inout IndexDump
    ) throws {
        var random = SeededGenerator(seed: 5)
        func anywhere() -> Coordinate {
            Coordinate(
                longitude: dump.west + .random(in: 0..<dump.width, using: &random),
                latitude: dump.south + .random(in: 0..<dump.height, using: &random))
        }
        var all = IndexWays("anywhere in the frame")
        for _ in 0..<10_000 { all.add(anywhere(), index, grid) }
        dump.ways.append(all)
        let locator = try #require(index.fastLines[0]).locator
        for off in [100.0, 10, 1, 0.01, 0.0001] {
            var ways = IndexWays("\(off) m from the limit at most")
            for _ in 0..<2_000 {
                // Twice, as the way from the nearest place leads a little past the limit.
                var position = anywhere()
                let distance = dump.limit + .random(in: -off...off, using: &random)
                for _ in 0..<2 {
                    let place = locator.nearest(to: position).place
                    let way = Geodesic.inverse(from: place, to: position)
                    position = place.moved(distance, towards: way.azimuthAtStart.degrees)
                }
                let station = ways.add(position, index, grid)
                if !dump.examples.contains(where: { $0.station == station }),
                    let example = IndexExample(position, station, index, grid)
                {
                    dump.examples.append(example)
                }
            }
            dump.ways.append(ways)
        }
        let exact = dump.ways.map { $0.counts[IndexWays.Station.exact.rawValue] ?? 0 }
        for example in dump.examples {
            #expect(abs(example.distance - example.exact) < example.error)
            switch example.station {
            case .chord:
                #expect(example.mostChord < example.below || example.leastChord > example.above)
            case .distance: #expect(abs(example.distance - dump.limit) > example.error)
            default: #expect(abs(example.distance - dump.limit) <= example.error)
            }
        }
        #expect(dump.examples.count == 3)
        #expect(exact[0] < 5 && exact[5] > 1_700)
    }
}
