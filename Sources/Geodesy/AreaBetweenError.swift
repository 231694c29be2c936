/// Why there is no area between two lines.
package struct AreaBetweenError: Error, Hashable, Sendable {
    /// The kind of fault.
    package struct Code: RawRepresentable, Hashable, Sendable {
        /// The name of the fault.
        package let rawValue: String
        /// A fault by its name.
        package init(rawValue: String) { self.rawValue = rawValue }
        /// A line is several pieces that do not join.
        package static let severalPieces = Code(rawValue: "severalPieces")
        /// A line has no ends.
        package static let closed = Code(rawValue: "closed")
        /// The ends can be joined either way, by ways as long.
        package static let eitherPairing = Code(rawValue: "eitherPairing")
        /// The border would cross or touch itself.
        package static let crossing = Code(rawValue: "crossing")
        /// The area would take nearly half of the globe, or more.
        package static let tooWide = Code(rawValue: "tooWide")
    }

    /// The kind of fault.
    package let code: Code
    /// Whether it is the second line that is at fault; `nil` when it is both.
    package let isSecond: Bool?
    /// Where, if that is known.
    package let place: Coordinate?

    init(_ code: Code, isSecond: Bool? = nil, at place: Coordinate? = nil) {
        self.code = code
        self.isSecond = isSecond
        self.place = place
    }

    /// The sentence for a person, by the names of the lines.
    package func description(_ first: String, _ second: String) -> String {
        let line = isSecond == true ? second : first
        let shown = place.map { "[\($0.longitude), \($0.latitude)]" } ?? ""
        switch code {
        case .severalPieces:
            return "'\(line)' is several pieces that do not join; the area between two lines takes "
                + "lines of one piece"
        case .closed:
            return "'\(line)' is closed; the area between two lines takes lines with two ends"
        case .eitherPairing:
            return "each end of '\(first)' could as well be joined to either end of '\(second)', "
                + "since both ways are as long, as far as the lines are known"
        case .crossing:
            return "the border of the area between '\(first)' and '\(second)' would cross or touch "
                + "itself at \(shown)"
        default:
            return
                "the area between '\(first)' and '\(second)' would take nearly half of the globe "
                + "or more, so that inside and outside cannot be told apart"
        }
    }
}

extension AreaBetweenError: CustomStringConvertible {
    /// The sentence for a person.
    package var description: String { description("the first line", "the second line") }
}
