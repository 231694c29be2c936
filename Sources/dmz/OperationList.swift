import ArgumentParser
import Datums
import Geodesy
import SystemFiles

/// The operations from a reference system to WGS 84, as `dmz convert --operations` lists them.
struct OperationList {
    let text: String

    /// A list, the best known accuracy first.
    ///
    /// - Parameters:
    ///   - text: the system, by code, PROJ string or WKT.
    ///   - position: on WGS 84; where given, only operations that hold there.
    /// - Throws: `ValidationError` when the text names no system.
    init(_ text: String, near position: Coordinate?) throws {
        let system: ReferenceSystem
        let operations: [DatumOperation]
        do throws(DatumError) {
            system = try ReferenceSystem(text)
            operations = try DatumOperations.list(from: system, near: position)
        } catch {
            throw ValidationError("--operations: \(error.sentence)")
        }
        let title = system.code.map { "\($0) \(system.name)" } ?? system.name
        if system.isWGS84 {
            self.text = String(visible: "\(title) is on WGS 84 and needs no operation.") + "\n"
            return
        }
        var lines = [String(visible: "\(title) to WGS 84:")]
        if operations.isEmpty { lines.append("  no operation holds there") }
        lines += ColumnTable.lines(
            headings: operations.isEmpty ? [] : ["name", "code", "accuracy", "use", "area"],
            rows: operations.map { operation in
                [
                    operation.name, operation.code ?? "-",
                    operation.accuracy.map(DatumOperation.words) ?? "not known",
                    operation.obstacle.map { "no: \($0)" } ?? "yes", Self.area(operation),
                ]
            }, names: 5)
        self.text = lines.map { line in
            // Columns of names are filled up with spaces, also the last.
            var line = line[...]
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    private static func area(_ operation: DatumOperation) -> String {
        guard let area = operation.area else { return "not said" }
        func degrees(_ value: Double) -> String {
            value == value.rounded() ? "\(Int(value))" : "\(value)"
        }
        return "\(degrees(area.west)),\(degrees(area.south)) to \(degrees(area.east)),"
            + "\(degrees(area.north)) \(area.name)"
    }
}
