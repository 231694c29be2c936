import LineSearch

/// Which cells of a frame one part of a grid decides.
///
/// The frame is dealt out in about 2^8 cells of equal size; parts do not depend on the machine.
struct CellShare {
    /// The number of the part.
    let part: Int
    let frame: GridFrame

    /// How many parts there are.
    static let parts = 4
    private static let bits = 8

    /// Whether a cell, of the frame or coarser, is no larger than those dealt out.
    func isShare(_ cell: GridCell) -> Bool {
        cell.columnBits + cell.rowBits >= Self.bits || cell.columnBits == frame.columnBits
    }

    /// Whether a cell belongs to the part; neighbours belong to different ones.
    func owns(_ cell: GridCell) -> Bool {
        (cell.column + 2 * cell.row) % Self.parts == part
    }
}
