import Agreements
import GeoJSONText
import Geodesy
import SystemFiles

/// The words of pages and pictures in one language, with its numbers and dates.
///
/// All stand in `Resources/words.json`; another language is another member of it.
package struct ReportWords: Sendable {
    /// The language's tag, such as `en`.
    package let language: String
    private let words: [String: String]

    /// The words of all languages.
    private static let all: [String: [String: String]] = {
        guard let text = try? JSONReader.read(PackageResources.words_json),
            case .object(let languages) = text.value
        else { return [:] }
        return languages.reduce(into: [:]) { all, language in
            guard case .object(let words) = language.value.value else { return }
            all[language.key] = words.reduce(into: [:]) { $0[$1.key] = $1.value.string }
        }
    }()

    /// The tags of the languages that there are.
    package static var languages: [String] { all.keys.sorted() }

    /// English, which is always there.
    package static let english = ReportWords(language: "en", words: all["en"] ?? [:])

    private init(language: String, words: [String: String]) {
        (self.language, self.words) = (language, words)
    }

    /// The words of a language; `nil` for one that is not there.
    package init?(_ language: String) {
        guard let words = Self.all[language] else { return nil }
        self.init(language: language, words: words)
    }

    /// The names of all words.
    package var keys: Set<String> { Set(words.keys) }

    /// The words of a name; the name itself where there are none.
    package subscript(_ key: String) -> String { words[key] ?? key }

    /// A sentence that the judgement says in English; the sentence itself where the words have no other.
    ///
    /// Of several in a row, each may have its own.
    package func said(_ sentence: String) -> String {
        if let whole = words["say:" + sentence] { return whole }
        let parts = sentence.split(separator: "; ").map(String.init)
        return parts.map { words["say:" + $0] ?? $0 }.joined(separator: "; ")
    }

    /// The words of a name with values put in.
    package func text(_ key: String, _ values: [String: String]) -> String {
        self[key].filled(with: values)
    }

    /// How definitions of zones and rules are said in the language: by the words whose names begin with `say:`.
    package var phrasing: Phrasing {
        if language == "en" { return .english }
        return Phrasing(
            decimal: self["decimal"], thousands: self["thousands"], date: { date($0) },
            month: { name(ofMonth: $0) ?? String($0) }, translate: { words["say:" + $0] })
    }

    /// Words that differ by a number: `key-one` for one.
    package func counted(_ key: String, _ count: Int) -> String {
        count == 1 && words[key + "-one"] != nil
            ? self[key + "-one"] : text(key, ["count": number(count)])
    }

    /// A whole number.
    package func number(_ value: Int) -> String {
        value.grouped.replacing(",", with: self["thousands"])
    }

    /// A number with so many decimals.
    package func number(_ value: Double, decimals: Int) -> String {
        let text = value.fixed(decimals)
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        var whole = Int(parts[0]).map { $0.grouped } ?? String(parts[0])
        if text.hasPrefix("-"), !whole.hasPrefix("-") { whole = "-" + whole }
        whole = whole.replacing(",", with: self["thousands"])
        return parts.count > 1 ? whole + self["decimal"] + parts[1] : whole
    }

    /// A length to be read: metres below a kilometre, else kilometres.
    package func length(_ length: Distance) -> String {
        let metres = length.metres
        func shortest(_ value: Double, _ most: Int) -> String {
            for decimals in 0..<most
            where (value - Double(value.fixed(decimals)).orZero).magnitude < 1e-9 {
                return number(value, decimals: decimals)
            }
            return number(value, decimals: most)
        }
        return metres.magnitude < 1000
            ? shortest(metres, 2) + "\u{A0}m" : shortest(metres / 1000, 2) + "\u{A0}km"
    }

    /// A day of the form `2026-12-01`, as a person reads it; other text as it is.
    package func date(_ day: String) -> String {
        let parts = day.split(separator: "-").map(String.init)
        guard parts.count == 3, let month = Int(parts[1]).flatMap(name(ofMonth:)),
            let number = Int(parts[2])
        else { return day }
        return text(
            "date",
            [
                "day": number == 1 ? self["first-day"] : String(number),
                "month": month, "year": parts[0],
            ])
    }

    /// The name of a month from 1 to 12; `nil` for another number.
    private func name(ofMonth month: Int) -> String? {
        let months = self["months"].split(separator: "|")
        return months.indices.contains(month - 1) ? String(months[month - 1]) : nil
    }

    /// The days from one to another.
    package func span(_ first: String, _ last: String) -> String {
        if first == last { return date(first) }
        // The month and the year once, where both days are in it.
        if first.prefix(7) == last.prefix(7), let day = Int(first.suffix(2)) {
            return text(
                "span",
                ["first": day == 1 ? self["first-day"] : String(day), "last": date(last)])
        }
        return text("span", ["first": date(first), "last": date(last)])
    }

    /// A place in degrees with so many decimals.
    package func place(_ place: Coordinate, decimals: Int) -> String {
        let (latitude, longitude) = (place.latitude, place.longitude)
        return number(latitude.magnitude, decimals: decimals) + "°"
            + self[latitude < 0 ? "south" : "north"] + " "
            + number(longitude.magnitude, decimals: decimals) + "°"
            + self[longitude < 0 ? "west" : "east"]
    }
}

extension Double? {
    fileprivate var orZero: Double { self ?? 0 }
}
