import Geodesy

/// One of the 16 points of the compass.
struct CompassPoint: Hashable {
    /// Clockwise from north, 0 to 15.
    let number: Int

    /// Half of what lies between two of them.
    static let halfWidth = 11.25

    /// The direction of its middle.
    var azimuth: Azimuth { Azimuth(degrees: Double(number) * 22.5) }

    private static let letters = [
        "n", "nne", "ne", "ene", "e", "ese", "se", "sse", "s", "ssw", "sw", "wsw", "w", "wnw", "nw",
        "nnw",
    ]

    /// The letters and words of one quarter each: English, Ukrainian, Russian.
    ///
    /// Letters of French are left out, whose O is the east of German.
    private static let languages: [[(word: String, letter: String)]] = [
        [("north", "n"), ("south", "s"), ("east", "e"), ("west", "w")],
        [("n", "n"), ("s", "s"), ("e", "e"), ("w", "w")],
        [("пн", "n"), ("пд", "s"), ("сх", "e"), ("зх", "w")],
        [("с", "n"), ("ю", "s"), ("в", "e"), ("з", "w")],
    ]

    init(number: Int) { self.number = number }

    /// The point that a text names, such as `NNW`, `north-north-west`, `ПнЗх` or `ССЗ`; `nil` for any other.
    init?(_ text: String) {
        let plain = text.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "." }
        for language in Self.languages {
            if let letters = Self.letters(plain, language),
                let number = Self.letters.firstIndex(of: letters)
            {
                self.number = number
                return
            }
        }
        return nil
    }

    /// The letters for which a text stands that is made of a language's words alone.
    private static func letters(
        _ text: String, _ language: [(word: String, letter: String)]
    ) -> String? {
        var rest = text[...]
        var letters = ""
        while !rest.isEmpty {
            guard let part = language.first(where: { rest.hasPrefix($0.word) }) else { return nil }
            letters += part.letter
            rest = rest.dropFirst(part.word.count)
        }
        return letters
    }
}
