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

    /// An empty one for the same agreement.
    var fresh: ForeignNames {
        var fresh = self
        (fresh.found, fresh.known, fresh.records) = ([], [], 0)
        return fresh
    }

    /// Takes what was found of later records.
    mutating func add(_ later: ForeignNames) {
        for (kind, name) in later.found { note(kind, name) }
        records += later.records
    }

    private mutating func note(_ kind: String, _ name: String) {
        if found.count < Self.mostNames, known.insert(kind + name).inserted {
            found.append((kind, name))
        }
    }

    /// What was looked at last, and whether it is foreign: most records name what the one before them does.
    private var last: (zones: [String], openZones: [String], rule: String?, line: String?) = (
        [], [], nil, nil
    )
    private var lastRules: [[String]] = []
    private var wasForeign = false

    /// Looks at a record's names.
    package mutating func add(_ finding: ShownFinding) {
        if finding.zones == last.zones, finding.openZones == last.openZones,
            finding.rule == last.rule, finding.line == last.line,
            finding.rules.count == lastRules.count,
            zip(finding.rules, lastRules).allSatisfy({ $0.rules == $1 })
        {
            if wasForeign { records += 1 }
            return
        }
        look(at: finding)
    }

    private mutating func look(at finding: ShownFinding) {
        last = (finding.zones, finding.openZones, finding.rule, finding.line)
        lastRules = finding.rules.map(\.rules)
        var isForeign = false
        func look(_ name: String, _ names: Set<String>, _ kind: String) {
            guard !names.contains(name) else { return }
            isForeign = true
            note(kind, name)
        }
        for zone in finding.zones { look(zone, zones, "zone") }
        for zone in finding.openZones { look(zone, zones, "zone") }
        for (_, names) in finding.rules {
            for rule in names { look(rule, rules, "rule") }
        }
        if let rule = finding.rule { look(rule, rules, "rule") }
        if let line = finding.line { look(line, lines, "line") }
        wasForeign = isForeign
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
