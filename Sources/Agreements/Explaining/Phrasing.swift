import SystemFiles

/// How definitions are said in a language.
///
/// A phrase is asked for by its English words, with names in braces where values go; these words are the key under
/// which a language has its own. A phrase that a language lacks is English there. Identifiers, names of parties and
/// other texts of an agreement are values, and stay as they are.
package struct Phrasing: Sendable {
    /// The mark between a whole number and its decimals.
    private let decimal: String
    /// The mark between groups of three digits; `nil` where counts are not grouped.
    private let thousands: String?
    /// A day of the form `2026-12-01`, as a person reads it.
    private let date: @Sendable (String) -> String
    /// The name of a month from 1 to 12.
    private let month: @Sendable (Int) -> String
    /// The phrase of another language for an English one, if there is one.
    private let translate: (@Sendable (String) -> String?)?

    /// English, as definitions are written here.
    package static let english = Phrasing()

    private init() {
        (decimal, thousands, translate) = (".", nil, nil)
        date = { $0 }
        month = { "\($0)" }
    }

    /// A language.
    ///
    /// - Parameters:
    ///   - decimal: the mark between a whole number and its decimals.
    ///   - thousands: the mark between groups of three digits.
    ///   - date: a day of the form `2026-12-01`, as a person reads it.
    ///   - month: the name of a month from 1 to 12.
    ///   - translate: the phrase for an English one; `nil` where the language lacks it.
    package init(
        decimal: String, thousands: String, date: @escaping @Sendable (String) -> String,
        month: @escaping @Sendable (Int) -> String,
        translate: @escaping @Sendable (String) -> String?
    ) {
        (self.decimal, self.thousands, self.translate) = (decimal, thousands, translate)
        (self.date, self.month) = (date, month)
    }

    /// A phrase with values put in.
    package func callAsFunction(_ english: String, _ values: [String: String] = [:]) -> String {
        (translate?(english) ?? english).filled(with: values)
    }

    /// Several, each joined to those before it by a phrase of `{list}` and `{next}`; where the last is joined
    /// otherwise than those before it, as by `and`, the phrase of those has `{item}` in the place of `{next}`.
    func list(_ items: [String], _ joint: String, before: String? = nil) -> String {
        guard var text = items.first else { return "" }
        for (k, item) in items.enumerated().dropFirst() {
            let isLast = k == items.count - 1
            text = self(
                isLast ? joint : before ?? joint, ["list": text, "next": item, "item": item])
        }
        return text
    }

    /// Several, as `a or b`.
    func either(_ items: [String]) -> String {
        list(items, "{list} or {next}", before: "{list} or {item}")
    }

    /// Several, as `a and b`.
    func both(_ items: [String]) -> String {
        list(items, "{list} and {next}", before: "{list} and {item}")
    }

    /// Several with commas between them.
    func all(_ items: [String]) -> String { list(items, "{list}, {next}") }

    /// A number as it is written in English, with this language's mark.
    func number(_ english: String) -> String {
        decimal == "." ? english : english.replacing(".", with: decimal)
    }

    /// A count.
    func count(_ value: Int) -> String {
        thousands.map { value.grouped.replacing(",", with: $0) } ?? "\(value)"
    }

    /// A count in a table, grouped also in English.
    package func grouped(_ value: Int) -> String {
        value.grouped.replacing(",", with: thousands ?? ",")
    }

    /// The name of a month; its number in English.
    func name(ofMonth month: Int) -> String { self.month(month) }

    /// A moment as RFC 3339 writes it; so it stays where the language does not say how else.
    package func moment(_ written: String) -> String {
        guard let translate, let middle = written.firstIndex(of: "T") else { return written }
        let rest = written[written.index(after: middle)...]
        let end = rest.firstIndex { "Z+-".contains($0) } ?? rest.endIndex
        let offset = rest[end...]
        let phrase = offset == "Z" ? "{date}T{time}Z" : "{date}T{time}{offset}"
        guard translate(phrase) != nil else { return written }
        var time = rest[..<end]
        // Whole minutes are written without seconds, as agreements write them.
        if time.utf8.count == 8, time.hasSuffix(":00") { time.removeLast(3) }
        return self(
            phrase,
            [
                "date": date(String(written[..<middle])), "time": String(time),
                "offset": String(offset).replacing("-", with: "−"),
            ])
    }
}
