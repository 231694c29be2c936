/// What one part of a grid came to.
struct GridPart: Sendable {
    var tables: GridTables
    /// The verdicts that labels stand for in this part.
    var labels: ZoneLabels
    /// The cells of the frame in which polygons have edges.
    var cellsWithEdges: [Int]
    /// How many bytes the part takes, beside what every part takes.
    let bytes: Int

    /// Why a part was given up: it would take more bytes, or more steps, than it may.
    enum Failure: Error {
        case tooLarge
        case tooCostly
    }

    /// Takes over what another part decided.
    mutating func append(_ other: GridPart) {
        let numbers = (0..<UInt32(other.labels.count)).map {
            $0 == ZoneLabels.unusable ? $0 : labels.label(for: other.labels.row($0))
        }
        tables.append(other.tables, labels: numbers)
        cellsWithEdges += other.cellsWithEdges
    }

    /// The grid of all parts, which have been put together.
    consuming func finished() -> VerdictGrid {
        if !cellsWithEdges.isEmpty {
            EdgeClearance(tables.frame, cellsWithEdges: cellsWithEdges).forEachCell {
                tables.cells.lowerClearance(of: $0, to: $1)
            }
        }
        return VerdictGrid(tables)
    }
}
