import Geodesy
import Zones

/// Definitions of an agreement's zones and rules in the words of a language.
///
/// The English of a phrase is its key, and stands in one place only; what must be read as one phrase, with its order of
/// words, is one phrase here. A name in braces for one thing (`{zone}`) and for several (`{zones}`) are two keys, as
/// other languages tell the two apart.
struct DefinitionSpeech {
    let agreement: Agreement
    let say: Phrasing

    /// A time, on the clock of the zero where there is one.
    func time(_ time: AgreementTime) -> String {
        guard let moment = agreement.resolve(time) else {
            return say("{time} (not known yet)", ["time": time.inWords(say)])
        }
        let shown = (agreement.zero(of: time) ?? agreement.zero)?.written(moment)
        guard time.isCountedFromZero else {
            return shown.map { say.moment($0) } ?? time.inWords(say)
        }
        return say(
            "{time} ({moment})",
            ["time": time.inWords(say), "moment": say.moment(shown ?? moment.description)])
    }

    /// A place along a line.
    func mark(_ mark: LineMark) -> String {
        switch mark {
        case .start: say("its start")
        case .end: say("its end")
        case .marker(let id): say("{marker}", ["marker": id])
        case .near(let position): say("[{position}]", ["position": position.description])
        }
    }

    /// A length.
    func length(_ distance: Distance) -> String { distance.inWords(say) }

    /// When a version holds, in brackets, with a space before it.
    func dates<Form>(of version: Version<Form>) -> String {
        let words =
            [
                version.from.map { say("from {time}", ["time": time($0)]) },
                version.until.map { say("until {time}", ["time": time($0)]) }, version.status,
            ].compactMap { $0 }
        return (words.isEmpty ? "" : " (\(say.all(words)))")
            + version.citation.inBrackets(say)
    }
}

extension Distance {
    /// The length with the fewest digits, in metres below 1 km, else in kilometres.
    package var inWords: String { inWords(.english) }

    /// The same in the words of a language.
    func inWords(_ say: Phrasing) -> String {
        func number(_ value: Double) -> String {
            value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
        }
        func inKilometres(_ number: String) -> String {
            say("{number} km", ["number": say.number(number)])
        }
        guard metres.magnitude >= 1000 else {
            return say("{number} m", ["number": say.number(number(metres))])
        }
        // Dividing is not exact: the fewest digits that are the same length.
        let kilometres = value(in: .kilometre)
        let exact = (1...9).lazy.map { kilometres.fixed($0) }.first {
            Double($0).map { $0 * 1000 == metres } ?? false
        }
        guard kilometres != kilometres.rounded(), var text = exact else {
            return inKilometres(number(kilometres))
        }
        while text.last == "0" { text.removeLast() }
        return inKilometres(text)
    }
}
