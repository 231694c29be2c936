import Agreements
import Geodesy
import Zones

/// Places with their names and extents, by which reports are found that name a place.
package final class Gazetteer: Sendable {
    /// A place.
    package struct Place: Sendable {
        /// The number of its record in the file, from 1.
        package let record: Int
        package let name: String?
        package let id: String?
        /// Where it lies.
        package let disc: Disc
        /// Its outline, where that is known; it lies in the disc.
        package var outline: Footprint?

        /// Where it lies in words.
        var words: String { (outline == nil ? "" : "in its outline, ") + disc.words }
    }

    /// All places in the order of the file.
    package let places: [Place]
    private let byName: [String: [Int]]

    package init(places: [Place]) {
        self.places = places
        var byName: [String: [Int]] = [:]
        for (k, place) in places.enumerated() {
            // Both may be the same.
            for name in Set([place.name, place.id].compactMap { $0 }.map(Self.folded)) {
                byName[name, default: []].append(k)
            }
        }
        self.byName = byName
    }

    /// The places of that name or identifier, in the order of the file.
    ///
    /// Letter case, white space and kinds of dashes and apostrophes do not matter. What stands in brackets
    /// behind a name, as `(57 km NE of Donetsk)`, is left out where no place has the whole as its name.
    func places(named text: String) -> [Place] {
        let whole = Self.folded(text)
        if let found = byName[whole] { return found.map { places[$0] } }
        guard let bracket = whole.firstIndex(of: "(") else { return [] }
        let name = Self.folded(String(whole[..<bracket]))
        return (byName[name] ?? []).map { places[$0] }
    }

    /// The name that may be meant by one that no place has, in words; empty where none is near.
    func hint(for text: String) -> String {
        let name = text.prefix { $0 != "(" }
        let known = places.prefix(Self.mostCompared).flatMap { [$0.name, $0.id].compactMap { $0 } }
        return Spelling.nearest(to: String(name), in: known).map {
            "; did you mean '\(String(shown: $0, limit: 80))'?"
        } ?? ""
    }

    /// So many places are compared with a name at most.
    private static let mostCompared = 5000

    /// The same text for all writings of a name.
    private static func folded(_ name: String) -> String {
        let plain = name.lowercased().map { character -> Character in
            switch character {
            case "\u{2018}", "\u{2019}", "\u{2BC}", "\u{B4}", "`": "'"
            case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
            default: character
            }
        }
        return plain.split(whereSeparator: \.isWhitespace).map { String($0) }
            .joined(separator: " ")
    }
}

extension Gazetteer: Hashable {
    /// The same gazetteer, not one like it.
    package static func == (one: Gazetteer, other: Gazetteer) -> Bool { one === other }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
