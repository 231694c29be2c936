import Agreements
import ReportFiles
import SystemFiles

/// Zones, rules and lines that findings name and the agreement does not have: signs that the findings are
/// those of another agreement, or of another state of it.
package struct ForeignNames: Sendable {
    private let zones: Names
    private let rules: Names
    private let lines: Names
    private var found: [(kind: String, name: String)] = []
    private var known: Set<String> = []
    /// How many records name such.
    package private(set) var records = 0
    private static let mostNames = 5

    /// Names that are known, of which every record of a million asks some.
    private struct Names: Sendable {
        /// Few are compared faster than hashed.
        private let first: ArraySlice<String>
        private let all: Set<String>

        init(_ names: [String]) { (first, all) = (names.prefix(8), Set(names)) }

        func contain(_ name: String) -> Bool { first.contains(name) || all.contains(name) }
    }

    package init(_ agreement: Agreement) {
        zones = Names(agreement.zones.map(\.id))
        rules = Names(agreement.rules.map(\.id))
        lines = Names(agreement.lines.map(\.id))
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

    /// Looks at a record's names.
    package mutating func add(_ finding: ShownFinding) {
        var isForeign = false
        func look(_ name: String, _ names: Names, _ kind: String) {
            guard !names.contain(name) else { return }
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
