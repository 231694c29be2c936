import Agreements
import ReportFiles
import SystemFiles

/// Zones, rules and lines that findings name and the agreement does not have: signs that the findings are
/// those of another agreement, or of another state of it.
package struct ForeignNames: Sendable {
    private let zones: Set<String>
    private let rules: Set<String>
    private let lines: Set<String>
    private var found: [(kind: String, name: String)] = []
    private var known: Set<String> = []
    /// How many records name such.
    package private(set) var records = 0
    private static let mostNames = 5

    package init(_ agreement: Agreement) {
        zones = Set(agreement.zones.map(\.id))
        rules = Set(agreement.rules.map(\.id))
        lines = Set(agreement.lines.map(\.id))
    }

    /// Looks at a record's names.
    package mutating func add(_ finding: ShownFinding) {
        var isForeign = false
        func look(_ name: String, _ names: Set<String>, _ kind: String) {
            guard !names.contains(name) else { return }
            isForeign = true
            if found.count < Self.mostNames, known.insert(kind + name).inserted {
                found.append((kind, name))
            }
        }
        for zone in finding.zones { look(zone, zones, "zone") }
        for zone in finding.openZones { look(zone, zones, "zone") }
        for rule in finding.rules.flatMap(\.rules) { look(rule, rules, "rule") }
        if let rule = finding.rule { look(rule, rules, "rule") }
        if let line = finding.line { look(line, lines, "line") }
        if isForeign { records += 1 }
    }

    /// What is to be said of it; `nil` where all names are the agreement's.
    package var warning: String? {
        guard records > 0 else { return nil }
        let names = found.map { "\($0.kind) '\(String(visible: $0.name))'" }
            .joined(separator: ", ")
        return
            "\(records.grouped) record\(records == 1 ? " names" : "s name") what the agreement does not have "
            + "(\(names)): the findings are those of another agreement, or of another state of it; check the "
            + "reports again with this one"
    }
}
