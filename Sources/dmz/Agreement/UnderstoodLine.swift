import Agreements
import Geodesy
import Zones

/// What was understood of a line: what holds of all of it, and a row for each version and stretch.
struct UnderstoodLine {
    let line: ReferenceLine
    let agreement: Agreement

    var rows: [[String]] {
        let own = [
            line.id, (course + particulars).joined(separator: ", ") + line.citation.inBrackets,
        ]
        let versions = line.versions.enumerated().map { number, version in
            "version \(number + 1): " + Self.inWords(version.form).joined(separator: ", ")
                + agreement.dates(of: version)
        }
        let stretches =
            line.accuracies.map { "accurate to \($0.value.inWords)" + between($0) }
            + line.statuses.map { $0.value.rawValue + between($0) }
        return [own] + (versions + stretches).map { ["", $0] }
    }

    /// Where it runs, unless its versions say that.
    private var course: [String] {
        line.versions.isEmpty
            ? Self.inWords(line.geometry)
            : ["\(line.versions.count) version\(line.versions.count == 1 ? "" : "s")"]
    }

    private var particulars: [String] {
        var parts: [String] = []
        if let kind = line.kind { parts.append("\(kind.rawValue) line") }
        if let status = line.status { parts.append(status.rawValue) }
        if line.isWithoutPrejudice { parts.append("without prejudice") }
        if line.accuracy > .zero {
            parts.append(
                "accurate to \(line.accuracy.inWords)"
                    + (line.accuracies.isEmpty ? "" : " at the worst"))
        }
        if !line.markers.isEmpty {
            parts.append("\(line.markers.count) marker\(line.markers.count == 1 ? "" : "s")")
        }
        if let left = line.left { parts.append("\(left) on the left") }
        if let right = line.right { parts.append("\(right) on the right") }
        return parts
    }

    private func between<Value>(_ interval: LineInterval<Value>) -> String {
        " from \(agreement.inWords(interval.from)) to \(agreement.inWords(interval.to))"
    }

    private static func inWords(_ geometry: LineGeometry) -> [String] {
        var parts = [
            "\(geometry.length.value(in: .kilometre).fixed(3)) km",
            "\(geometry.vertexCount) vertices in \(geometry.parts.count) "
                + (geometry.parts.count == 1 ? "part" : "parts"),
            "\(geometry.edges.rawValue) edges",
        ]
        let crossings = geometry.selfCrossingCount
        if crossings > 0 {
            parts.append(
                "crosses itself in \(crossings) \(crossings == 1 ? "place" : "places") (accepted; "
                    + "the side there is that of the nearest place)")
        }
        return parts
    }
}
