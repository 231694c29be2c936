import AgreementFiles
import Agreements
import Geodesy
import SystemFiles
import Zones

/// What was understood of an agreement, for a person to read.
struct UnderstoodAgreement {
    let file: AgreementFile
    var agreement: Agreement { file.agreement }

    init(_ file: AgreementFile) { self.file = file }

    /// The sections, one for each part that the agreement has.
    var text: String {
        var rows = AlignedRows()
        rows.section("Agreement", [[agreement.title.isEmpty ? "(no title)" : agreement.title]])
        if let source = agreement.source {
            let parts = [
                source.title, source.url, source.date, source.status.map { "status: \($0)" },
                source.provenance.map { "provenance: \($0)" },
            ]
            rows.section("Source", [[parts.compactMap { $0 }.joined(separator: ", ")]])
        }
        times(&rows)
        if let area = agreement.area { rows.section("Area", [[Self.inWords(area)]]) }
        parties(&rows)
        categories(&rows)
        rows.section(
            "Lines",
            agreement.lines.flatMap { UnderstoodLine(line: $0, agreement: agreement).rows })
        rows.section("Zones", agreement.zones.map { [$0.id, inWords($0)] })
        rows.section(
            "Meetings",
            MeetingDifference.all(in: agreement).map { difference in
                [
                    difference.zone,
                    "with 'meeting: union' it has \(difference.area.squareKilometres.fixed(3)) km2 more than with "
                        + "'nearest', drawn to 10 m",
                ]
            })
        rows.section("Systems", file.systems.map { [$0.path.last ?? "", $0.summary] })
        rows.section("Rules", agreement.rules.flatMap { self.rows($0) })
        rows.section("Suspended", agreement.suspensions.map { row($0) }, indent: 11)
        rows.section("Sites", agreement.sites.map { [$0.id, agreement.inWords($0)] })
        rows.section(
            "Obligations", agreement.obligations.map { [$0.id, agreement.inWords($0)] },
            indent: 13)
        rows.section("Warnings", file.warnings.map { [$0.description] })
        return rows.text
    }

    private static let notKnown = "not known yet; what is counted from it is undeterminable"

    private func times(_ rows: inout AlignedRows) {
        func inWords(_ zero: ZeroDay) -> String {
            zero.written(zero.instant)
                + (zero.timeZone.map { ", days on the clock of \($0)" } ?? "")
        }
        if let zero = agreement.zero {
            rows.section("Zero", [[inWords(zero)]])
        } else if agreement.isZeroUnknown {
            rows.section("Zero", [[Self.notKnown]])
        }
        rows.section(
            "Zeros", agreement.zeros.map { [$0.name, $0.day.map { inWords($0) } ?? Self.notKnown] })
        if let clock = agreement.clock {
            rows.section("Times", [["without an offset from UTC: on the clock of \(clock)"]])
        }
    }

    private func parties(_ rows: inout AlignedRows) {
        rows.section(
            "Parties",
            agreement.parties.map { party in
                let role =
                    party.role == .observer ? " (observer, bound only by rules that name it)" : ""
                return [party.id, party.name + role]
            })
        if agreement.unattributed == .bySide {
            rows.section(
                "Unattributed",
                [
                    [
                        "by-side: a report without a party counts as that of the party on whose side of the "
                            + "nearest line it certainly lies"
                    ]
                ], indent: 14)
        }
    }

    private func categories(_ rows: inout AlignedRows) {
        rows.section(
            "Categories",
            agreement.categories.branches.map {
                [$0.category, "contains " + $0.members.joined(separator: ", ")]
            }, indent: 12)
        if agreement.others == .unregulated {
            rows.section(
                "Others",
                [
                    [
                        "unregulated: the list of categories is complete, and other words are none of them"
                    ]
                ])
        }
        rows.section(
            "Levels", agreement.levels.map { [$0.name, $0.words.joined(separator: " < ")] })
        rows.section("Reach", agreement.reach.map { [$0.category, $0.distance.inWords] })
    }

    private static func inWords(_ area: PolygonGeometry) -> String {
        let vertices = area.polygons.joined().reduce(0) { $0 + $1.count - 1 }
        return "\(area.polygons.count) polygon\(area.polygons.count == 1 ? "" : "s"), "
            + "\(vertices) vertices"
    }

    private func inWords(_ zone: Zone) -> String {
        agreement.inWords(zone) + (zone.status.map { ", status: \($0)" } ?? "")
            + (zone.size.map { ", size to be \($0)" } ?? "") + zone.citation.inBrackets
    }

    private func rows(_ rule: Rule) -> [[String]] {
        var rows = [[rule.id, agreement.inWords(rule) + rule.citation.inBrackets]]
        if !rule.limits.isEmpty { rows.append(["", agreement.countingInWords(rule)]) }
        return rows
    }

    private func row(_ suspension: Suspension) -> [String] {
        let rules = suspension.rules
        let times = [
            suspension.from.map { "from \(agreement.inWords($0))" },
            suspension.until.map { "until \(agreement.inWords($0))" },
        ].compactMap { $0 }
        return [
            suspension.party ?? "all parties",
            ([rules.isEmpty ? "all rules" : rules.joined(separator: ", ")] + times)
                .joined(separator: " "),
        ]
    }
}
