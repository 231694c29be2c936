import Geodesy

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

    let length: Distance
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
            length = try Distance(parsing: written)
            self.meaning = meaning
            return
        }
        // A length, and words that are none of these.
        let words = single.split(separator: " ")
        for count in stride(from: words.count - 1, to: 0, by: -1) {
            let length = words[..<count].joined(separator: " ")
            guard (try? Distance(parsing: length)) != nil else { continue }
            throw Distance.ParsingError(
                text: text,
                reason:
                    "after the length '\(words[count...].joined(separator: " "))' is not known; write "
                    + "'\(length) each side' or '\(length) total' of a line or route, '\(length) outward' or "
                    + "'\(length) outward with it' of an area, and '\(length)' alone around a point"
            )
        }
        written = single
        length = try Distance(parsing: single)
        meaning = .bare
    }
}
