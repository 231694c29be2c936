import Geodesy

/// What a text says of direction and distance: `6 km NW`, `NNE 7-10km`, `N/K`.
enum SectorText: Hashable {
    case sector(CompassSector)
    /// Nothing is said of the distance.
    case unknown
    /// Something is said that cannot be read.
    case unreadable

    /// What texts say together: one with both, or one of the direction and one of the distance.
    ///
    /// - Parameters:
    ///   - unit: what numbers without a unit count; `nil` where they must have one.
    ///   - sign: the decimal sign of the file's numbers, where that is known.
    init(_ texts: [String], unit: Distance? = nil, _ sign: DecimalSign? = nil) {
        let said = texts.map(Self.plain).filter { !Self.unknownWords.contains($0) }
        guard !said.isEmpty else {
            self = .unknown
            return
        }
        let text = said.joined(separator: " ")
        guard let length = WrittenLength.find(in: text, unit: unit, sign) else {
            // A direction alone is one at any distance.
            self = CompassPoint(text) == nil ? .unreadable : .unknown
            return
        }
        var rest = text
        rest.removeSubrange(length.place)
        rest = Self.trimmed(rest)
        // Of the place that another column names.
        if rest.hasSuffix(" of") { rest = Self.trimmed(String(rest.dropLast(3))) }
        let point = CompassPoint(rest)
        guard point != nil || Self.unknownWords.contains(rest) else {
            self = .unreadable
            return
        }
        self = .sector(
            CompassSector(point: point, nearest: length.least, farthest: length.greatest))
    }

    /// The point of the compass that a text names, `nil` in it where it says that none is known; `nil` for
    /// any other text.
    static func direction(_ text: String) -> CompassPoint?? {
        let plain = plain(text)
        if let point = CompassPoint(plain) { return .some(point) }
        return unknownWords.contains(plain) ? .some(nil) : nil
    }

    /// What stands where an observer could not tell.
    private static let unknownWords: Set<String> = [
        "", "-", "n/k", "nk", "n/a", "na", "unknown", "not known", "undetermined",
        "direction unknown",
        "direction undetermined", "н/в", "н/о", "невідомо", "неизвестно",
    ]

    /// The text in small letters with plain dashes, without brackets around parts of it.
    private static func plain(_ text: String) -> String {
        trimmed(
            String(
                text.lowercased().map { character -> Character in
                    switch character {
                    case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
                    case "(", ")", "[", "]", ";": " "
                    case _ where character.isWhitespace: " "
                    default: character
                    }
                }))
    }

    private static func trimmed(_ text: String) -> String {
        let words = text.split(separator: " ").joined(separator: " ")
        let end = words.hasSuffix(",") ? words.dropLast() : words[...]
        return String(end.hasPrefix(",") ? end.dropFirst() : end)
            .split(separator: " ").joined(separator: " ")
    }
}
