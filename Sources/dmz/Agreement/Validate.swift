import AgreementFiles
import Agreements
import ArgumentParser
import Geodesy
import SystemFiles

/// Reads an agreement file and says what was understood.
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks an agreement file and says what was understood of it.",
        discussion: Examples.text([Examples.validate]))

    @OptionGroup var input: AgreementArgument

    func run() throws {
        let file = try input.read()
        try Diagnostics.output(Self.text(file))
    }

    /// What was understood, for a person to read.
    static func text(_ file: AgreementFile) -> String {
        let agreement = file.agreement
        var rows = AlignedRows()
        rows.section("Agreement", [[agreement.title.isEmpty ? "(no title)" : agreement.title]])
        if let source = agreement.source {
            let parts = [
                source.title, source.url, source.date, source.status.map { "status: \($0)" },
                source.provenance.map { "provenance: \($0)" },
            ]
            rows.section("Source", [[parts.compactMap { $0 }.joined(separator: ", ")]])
        }
        if let zero = agreement.zero {
            let zone = zero.timeZone.map { ", days on the clock of \($0)" } ?? ""
            rows.section("Zero", [[zero.written(zero.instant) + zone]])
        }
        if let clock = agreement.clock {
            rows.section("Times", [["without an offset from UTC: on the clock of \(clock)"]])
        }
        if let area = agreement.area { rows.section("Area", [[Self.inWords(area)]]) }
        rows.section("Parties", agreement.parties.map { [$0.id, $0.name] })
        rows.section(
            "Categories",
            agreement.categories.branches.map {
                [$0.category, "contains " + $0.members.joined(separator: ", ")]
            }, indent: 12)
        rows.section("Lines", agreement.lines.map { [$0.id, Self.inWords($0)] })
        rows.section("Zones", agreement.zones.map { [$0.id, agreement.inWords($0)] })
        rows.section("Systems", file.systems.map { [$0.path.last ?? "", $0.summary] })
        rows.section("Rules", agreement.rules.flatMap { Self.rows($0, agreement) })
        rows.section("Sites", agreement.sites.map { [$0.id, agreement.inWords($0)] })
        rows.section(
            "Obligations", agreement.obligations.map { [$0.id, agreement.inWords($0)] },
            indent: 13)
        rows.section("Warnings", file.warnings.map { [$0.description] })
        return rows.text
    }

    private static func inWords(_ area: PolygonGeometry) -> String {
        let vertices = area.polygons.joined().reduce(0) { $0 + $1.count - 1 }
        return "\(area.polygons.count) polygon\(area.polygons.count == 1 ? "" : "s"), "
            + "\(vertices) vertices"
    }

    private static func inWords(_ line: ReferenceLine) -> String {
        let geometry = line.geometry
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
        if let kind = line.kind { parts.append("\(kind.rawValue) line") }
        if let status = line.status { parts.append(status.rawValue) }
        if line.isWithoutPrejudice { parts.append("without prejudice") }
        if line.accuracy > .zero { parts.append("accurate to \(line.accuracy.inWords)") }
        if let left = line.left { parts.append("\(left) on the left") }
        if let right = line.right { parts.append("\(right) on the right") }
        return parts.joined(separator: ", ")
    }

    private static func rows(_ rule: Rule, _ agreement: Agreement) -> [[String]] {
        let clause = rule.clause.map { " [\($0)]" } ?? ""
        var rows = [[rule.id, agreement.inWords(rule) + clause]]
        if !rule.limits.isEmpty { rows.append(["", agreement.countingInWords(rule)]) }
        return rows
    }
}
