/// A text in the notation of the Open Geospatial Consortium (WKT), such as `LINESTRING (12 47, 13 48)`.
struct WKTText {
    private let text: String
    private let type: String

    private static let types = [
        "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON",
        "GEOMETRYCOLLECTION", "LINEARRING",
    ]

    /// The text where it looks like WKT, with or without an SRID in front; else `nil`.
    init?(_ text: String) {
        var rest = text.trimmingPrefix { $0.isWhitespace }
        if rest.uppercased().hasPrefix("SRID="), let end = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: end)...]
        }
        let word = rest.prefix { $0.isLetter }.uppercased()
        let next = rest.dropFirst(word.count).first(where: { !$0.isWhitespace })
        guard Self.types.contains(word), let next, "(ZMEzme".contains(next) else { return nil }
        self.text = String(rest)
        type = word
    }

    /// What to write instead.
    var hint: String {
        "'\(text.prefix(40))\(text.count > 40 ? "..." : "")' is WKT, which is not read here; write "
            + (coordinates.map { "the coordinates as a list: \($0)" }
                ?? "the coordinates as a list such as [[12, 47], [13, 47.3]], or convert it to a GeoJSON "
                + "file")
    }

    /// The positions of a point, or of a line or ring of few vertices, as a list; `nil` for all else.
    private var coordinates: String? {
        guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close
        else { return nil }
        var inner = text[text.index(after: open)..<close]
        if type == "POLYGON" {
            guard inner.count(where: { $0 == "(" }) == 1, let open = inner.firstIndex(of: "("),
                let close = inner.lastIndex(of: ")"), open < close
            else { return nil }
            inner = inner[inner.index(after: open)..<close]
        }
        let positions = inner.split(separator: ",").map { position in
            position.split(whereSeparator: \.isWhitespace).prefix(2).map(String.init)
        }
        guard (1...6).contains(positions.count),
            positions.allSatisfy({ $0.count == 2 && $0.compactMap(Double.init).count == 2 })
        else { return nil }
        let lists = positions.map { "[\($0[0]), \($0[1])]" }
        return type == "POINT" ? lists[0] : "[" + lists.joined(separator: ", ") + "]"
    }
}
