import Agreements
import Geodesy
import Zones

/// Zones between two lines.
extension AgreementReader {
    /// Whether `between` names lines: with `of`, and of two lengths, it is a band along one.
    func isBetweenLines(_ scope: ZoneScope) -> Bool {
        guard scope.fields.node("of") == nil,
            let names = scope.fields.node("between")?.list?.compactMap(\.scalar), !names.isEmpty
        else { return false }
        let known = declared["lines"] ?? []
        return scope.fields.node("half") != nil
            || !names.allSatisfy { !known.contains($0) && (try? Distance(parsing: $0)) != nil }
    }

    /// The area between two lines, or the half of it that is nearer to one of them.
    mutating func betweenLines(_ scope: ZoneScope) -> Region<ReferenceLine.ID, Zone.ID>? {
        refuseKeys(["along", "side", "edges"], scope, "is between two lines")
        guard let node = scope.fields.node("between"), let names = texts(node, "between") else {
            return nil
        }
        guard names.count == 2 else {
            refuse(node.mark, "between is a list of two lines, as in [line-a, line-b]")
            return nil
        }
        let half = scope.fields.node("half").map { text($0, "half") }
        // A half that is no text has been noted.
        if case .some(nil) = half { return nil }
        var areKnown = true
        for (number, name) in names.enumerated() {
            let isKnown = line(name, node.list?[number] ?? node, scope) != nil
            areKnown = areKnown && isKnown
        }
        guard areKnown else { return nil }
        return .between(names[0], names[1], half: half ?? nil)
    }
}
