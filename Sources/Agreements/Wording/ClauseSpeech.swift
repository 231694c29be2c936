import Geodesy
import Zones

/// How an agreement's parties, lines and times are named in its clauses.
struct ClauseSpeech {
    let agreement: Agreement

    init(_ agreement: Agreement) { self.agreement = agreement }

    /// A party by the name shown to people.
    func party(_ id: Party.ID) -> String {
        agreement.parties.first { $0.id == id }.map { $0.name.isEmpty ? id : $0.name } ?? id
    }

    /// Several, joined by a word.
    func parties(_ ids: [Party.ID], _ word: String = "and") -> String {
        Self.list(ids.map { party($0) }, word)
    }

    /// A line by its kind, where it is the only one of it, else by its identifier.
    func line(_ id: ReferenceLine.ID) -> String {
        guard let line = agreement.lines.first(where: { $0.id == id }), let kind = line.kind,
            agreement.lines.count(where: { $0.kind == kind }) == 1
        else { return "the line \(id)" }
        return kind.inClauses
    }

    /// Zones as a place, such as `in the zone dmz`.
    func inZones(_ ids: [Zone.ID]) -> String { "in " + zones(ids) }

    func zones(_ ids: [Zone.ID], _ word: String = "or") -> String {
        ids.count == 1 ? "the zone \(ids[0])" : "the zones " + Self.list(ids, word)
    }

    /// A kind of object with what must hold besides, such as `artillery of 100 mm or more`.
    func kind(_ condition: CategoryCondition) -> String {
        var text = condition.category == CategoryCondition.any ? "anything" : condition.category
        let attributes = condition.attributes.map { property($0) }
        if !attributes.isEmpty { text += " " + attributes.joined(separator: " and ") }
        if !condition.parties.isEmpty { text += " of " + parties(condition.parties, "or") }
        return text + window(from: condition.from, until: condition.until)
    }

    func kinds(_ conditions: [CategoryCondition], _ word: String = "and") -> String {
        conditions.isEmpty ? "anything" : Self.list(conditions.map { kind($0) }, word)
    }

    private func property(_ condition: AttributeCondition) -> String {
        // A calibre is how artillery is told apart; nobody writes the word.
        let name = condition.name == "calibre" ? "of" : "with \(condition.name)"
        switch condition.operand {
        case .words(let words): return "\(name) \(Self.list(words, "or"))"
        case .quantity(let quantity):
            return "\(name) \(condition.comparison.inClauses("\(quantity)"))"
        case .level(let word, _): return "\(name) \(condition.comparison.inClauses(word))"
        }
    }

    /// When something holds, with a comma before it; empty where nothing is said.
    func window(from: AgreementTime?, until: AgreementTime?) -> String {
        let words = [
            from.map { "from \(agreement.inWords($0))" },
            until.map { "until \(agreement.inWords($0))" },
        ].compactMap { $0 }
        return words.isEmpty ? "" : ", " + words.joined(separator: " ")
    }

    static func list(_ words: [String], _ word: String) -> String {
        guard let last = words.last, words.count > 1 else { return words.joined() }
        return words.dropLast().joined(separator: ", ") + " \(word) " + last
    }
}

extension AttributeCondition.Comparison {
    fileprivate func inClauses(_ what: String) -> String {
        switch self {
        case .atLeast: "\(what) or more"
        case .above: "more than \(what)"
        case .atMost: "\(what) or less"
        case .below: "less than \(what)"
        case .equal: what
        }
    }
}

extension ReferenceLine.Kind {
    var inClauses: String {
        switch self {
        case .contact: "the line of contact"
        case .forward: "the forward line of own troops"
        case .demarcation: "the demarcation line"
        case .armistice: "the armistice demarcation line"
        case .ceasefire: "the cease-fire line"
        case .control: "the line of control"
        case .administrative: "the administrative boundary line"
        case .boundary: "the boundary"
        case .baseline: "the baseline"
        case .withdrawal: "the withdrawal line"
        }
    }
}
