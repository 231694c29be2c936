import Geodesy
import Zones

/// A width as written, with what the words after the length say of it.
struct Width: Hashable {
    enum Meaning: Hashable {
        /// Nothing was said.
        case bare
        case eachSide
        case total
        case outward
        case outwardWithArea
    }

    /// As far as it reaches, with what is known of it.
    let band: DistanceBand
    let meaning: Meaning
    /// The length as written, without the words after it.
    let written: String

    /// The words by their meaning; longer ones first.
    private static let words: [(String, Meaning)] = [
        ("outward with it", .outwardWithArea), ("outward", .outward), ("each side", .eachSide),
        ("per side", .eachSide), ("either side", .eachSide), ("on each side", .eachSide),
        ("total", .total), ("in total", .total),
    ].sorted { $0.0.count > $1.0.count }

    /// A width from text such as `2 km each side` or `5 km total`.
    init(parsing text: String) throws(Distance.ParsingError) {
        let single = text.split { $0.isWhitespace }.joined(separator: " ")
        for (word, meaning) in Self.words where single.hasSuffix(" " + word) {
            written = String(single.dropLast(word.count + 1))
            band = try Self.band(written)
            self.meaning = meaning
            return
        }
        // A length, and words that are none of these.
        let words = single.split(separator: " ")
        for count in stride(from: words.count - 1, to: 0, by: -1) {
            let length = words[..<count].joined(separator: " ")
            guard (try? Self.band(length)) != nil else { continue }
            throw Distance.ParsingError(
                text: text,
                reason:
                    "after the length '\(words[count...].joined(separator: " "))' is not known; write "
                    + "'\(length) each side' or '\(length) total' of a line or route, '\(length) outward' or "
                    + "'\(length) outward with it' of an area, and '\(length)' alone around a point"
            )
        }
        written = single
        band = try Self.band(single)
        meaning = .bare
    }

    /// Half of it, as of a width in total.
    var half: DistanceBand { band.halved }

    /// A length, two with a hyphen between (`15-20 km`), or `unknown up to 30 km`.
    private static func band(_ text: String) throws(Distance.ParsingError) -> DistanceBand {
        let unknown = "unknown up to "
        if text.hasPrefix(unknown) {
            return .unknown(upTo: try Distance(parsing: text.dropFirst(unknown.count)))
        }
        if text.hasPrefix("unknown") {
            throw Distance.ParsingError(
                text: text,
                reason:
                    "of a width that is not known say how far it may reach at most, as in 'unknown up to 30 km'"
            )
        }
        guard let (least, greatest) = interval(text) else {
            return .upTo(try Distance(parsing: text))
        }
        return .upTo(between: try Distance(parsing: least), and: try Distance(parsing: greatest))
    }

    /// The two lengths of an interval, both with their unit; `nil` for one length.
    private static func interval(_ text: String) -> (String, String)? {
        let hyphens: Set<Character> = [
            "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}",
        ]
        let characters = Array(text)
        // A hyphen at the start and behind an exponent is a sign.
        let place = characters.indices.dropFirst().first {
            hyphens.contains(characters[$0]) && !"eE".contains(characters[$0 - 1])
        }
        guard let place else { return nil }
        let parts = [characters[..<place], characters[(place + 1)...]].map {
            String($0).split { $0.isWhitespace }.joined(separator: " ")
        }
        let unit = parts[1].drop { !$0.isLetter || "eE".contains($0) }
        let hasUnit = parts[0].contains { $0.isLetter && !"eE".contains($0) }
        return (hasUnit ? parts[0] : parts[0] + " " + unit, parts[1])
    }
}
