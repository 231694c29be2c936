/// How zones are told apart without colour: by the pattern within and the dashes of the border.
struct ZoneStyle {
    /// The identifier of the pattern; `nil` for none.
    let pattern: String?
    /// The dashes of the border.
    let dashes: String

    /// The style of a zone by its place among all, the largest first.
    init(_ rank: Int) {
        // The largest, on which all others lie, stays plain.
        let number = rank == 0 ? 0 : (rank - 1) % Self.patterns.count + 1
        pattern = number == 0 ? nil : Self.patterns[number - 1].name
        dashes = ["", "6 2", "2 2", "8 2 2 2", "", "4 3", "1 3"][rank % 7]
    }

    private static let patterns: [(name: String, size: Int, content: String)] = [
        ("rising", 8, ##"<path d="M-2 2l4-4M0 8l8-8M6 10l4-4"/>"##),
        ("dots", 6, ##"<path d="M2 2h1v1h-1zM5 5h1v1h-1z"/>"##),
        ("falling", 8, ##"<path d="M-2 6l4 4M0 0l8 8M6-2l4 4"/>"##),
        ("level", 6, ##"<path d="M0 3h6"/>"##),
        ("upright", 6, ##"<path d="M3 0v6"/>"##),
        ("crossed", 9, ##"<path d="M0 0l9 9M0 9l9-9"/>"##),
    ]

    static let ink = "#44596a"

    /// What defines the patterns.
    static var definitions: String {
        patterns.map { name, size, content in
            ##"<pattern id="p-\##(name)" width="\##(size)" height="\##(size)" patternUnits="userSpaceOnUse">"##
                + ##"<g fill="none" stroke="\##(ink)" stroke-width=".8" stroke-opacity=".42">\##(content)</g>"##
                + "</pattern>"
        }.joined()
    }

    /// The attributes that fill something with the pattern above the tint.
    var patternFill: String? { pattern.map { ##"fill="url(#p-\##($0))""## } }

    /// The attributes of the border.
    var border: String {
        ##"fill="none" stroke="\##(Self.ink)" stroke-width="1""##
            + (dashes.isEmpty ? "" : ##" stroke-dasharray="\##(dashes)""##)
    }
}
