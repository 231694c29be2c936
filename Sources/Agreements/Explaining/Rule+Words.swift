extension Agreement {
    /// A rule in words, with its times on the clock of the zero.
    public func inWords(_ rule: Rule) -> String { inWords(rule, in: .english) }

    /// A rule in the words of a language.
    package func inWords(_ rule: Rule, in phrasing: Phrasing) -> String {
        DefinitionSpeech(agreement: self, say: phrasing).definition(rule)
    }

    /// A time in words, on the clock of the zero where there is one.
    package func inWords(_ time: AgreementTime) -> String {
        DefinitionSpeech(agreement: self, say: .english).time(time)
    }
}

extension Rule.Demand {
    static let placeOfZones = "in its zones"

    /// Where a rule is contradicted, as a heading.
    var placeInWords: String {
        switch self {
        case .prohibits, .reserve: Self.placeOfZones
        case .only: "outside its zones"
        case .withdraw: "not far enough behind"
        case .stay: "across the line"
        }
    }
}
