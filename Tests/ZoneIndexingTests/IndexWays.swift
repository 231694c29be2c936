import Geodesy
import LineSearch
import TestSupport

@testable import ZoneIndexing

/// How far positions go on the way through an index until they are decided.
struct IndexWays: Encodable {
    enum Station: String, Encodable, CaseIterable {
        case frame, block, cut, chord, distance, exact
    }
    let positions: String
    private(set) var counts: [String: Int] = [:]

    init(_ positions: String) { self.positions = positions }

    /// Counts the station at which a position is decided, and returns it.
    @discardableResult
    mutating func add(
        _ position: Coordinate, _ index: ZoneIndex, _ grid: VerdictGrid
    ) -> Station {
        let station = Self.station(of: position, index, grid)
        counts[station.rawValue, default: 0] += 1
        return station
    }

    static func station(
        of position: Coordinate, _ index: ZoneIndex, _ grid: VerdictGrid
    ) -> Station {
        switch grid.find(position) {
        case .label: return stationOfLabel(position, grid)
        case .open(let open):
            let source = grid.lineAsked(byOpen: open)
            if source >= 0, let line = index.rows.sources.lines[source],
                let fast = index.fastLines[source],
                isDecidedByChords(position, grid, open, line, fast)
            {
                return .chord
            }
            return index.decide(position, inOpen: open, grid) == nil ? .exact : .distance
        }
    }

    private static func stationOfLabel(_ position: Coordinate, _ grid: VerdictGrid) -> Station {
        let (frame, view) = (grid.frame, grid.lookup)
        let side = Double(1 << grid.tables.blockBits)
        let x = (position.longitude - frame.west) * view.columns_per_degree / side
        let y = (position.latitude - frame.south) * view.rows_per_degree / side
        guard x >= 0, y >= 0, Int(x) < 1 << frame.columnBits, Int(y) < 1 << frame.rowBits else {
            return .frame
        }
        let code = view.cells[Int(y) << frame.columnBits | Int(x)]
        guard code & CellTable.isBlock != 0 else { return .frame }
        let block = view.blocks[Int(view.row_blocks[Int(y)]) + Int(code & ~CellTable.isBlock)]
        let few = Double(1 << Int(block.bits))
        let (column, row) = (Int((x - x.rounded(.down)) * few), Int((y - y.rounded(.down)) * few))
        let cell = view.codes[Int(block.codes) + row << Int(block.bits) + column]
        return cell & CellTable.isBlock != 0 ? .cut : .block
    }

    private static func isDecidedByChords(
        _ position: Coordinate, _ grid: VerdictGrid, _ open: Int, _ line: GridSources.Line,
        _ fast: FastLine
    ) -> Bool {
        let limits = grid.limits(ofOpen: open, line)
        let square = squaredChord(position, grid.run(ofOpen: open), limits, fast)
        return square.least > limits.above || square.most < limits.below
    }

    /// Bounds of the square of the least chord to the candidates of a run.
    static func squaredChord(
        _ position: Coordinate, _ run: PieceRun, _ limits: ChordLimits, _ fast: FastLine
    ) -> SquaredChord {
        var squares = [SquaredChord.unknown]
        var feet = [FastFoot?.none]
        squares.withUnsafeMutableBufferPointer { squares in
            feet.withUnsafeMutableBufferPointer { feet in
                [position].withUnsafeBufferPointer { positions in
                    [run].withUnsafeBufferPointer { runs in
                        [limits].withUnsafeBufferPointer {
                            fast.feet(
                                of: positions, among: runs, unlessBeyond: $0,
                                squaredChords: squares, into: feet)
                        }
                    }
                }
            }
        }
        return squares[0]
    }
}
