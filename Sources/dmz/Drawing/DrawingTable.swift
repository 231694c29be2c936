import Geodesy
import ZoneDrawing

/// What was drawn, as a person reads it.
enum DrawingTable {
    private static let headings = [
        "zone", "side", "area km2", "perimeter km", "deviation m", "vertices",
    ]

    /// A line for each zone and each half, in the order of the drawing.
    static func lines(_ drawings: [ZoneDrawing]) -> [String] {
        ColumnTable.lines(headings: headings, rows: drawings.map(row), names: 2)
    }

    private static func row(_ drawing: ZoneDrawing) -> [String] {
        [
            drawing.zone, drawing.sideName ?? "whole",
            drawing.area.squareKilometres.fixed(6),
            drawing.perimeter.value(in: .kilometre).fixed(3),
            // Never less than it is.
            ((drawing.audit.maxDeviation.metres * 1e5).rounded(.up) / 1e5).fixed(5),
            drawing.vertexCount.grouped,
        ]
    }
}
