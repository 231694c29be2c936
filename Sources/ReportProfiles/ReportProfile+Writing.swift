import Agreements
import ReportFiles
internal import Yams

extension ReportProfile {
    /// The profile, as YAML, by which other files are read as one was: this one, with what was said beside
    /// it and what was recognised.
    ///
    /// Nothing is left to the first records of such a file, so that its parts give the same.
    ///
    /// - Parameters:
    ///   - input: how the file was read, by options and profile.
    ///   - layout: its columns, where it is a table.
    ///   - habits: what its first records told.
    ///   - encoding: its encoding; `nil` for UTF-8.
    package func pinning(
        _ input: ReportInput, layout: CSVLayout?, habits: FileHabits, encoding: TextEncoding?
    ) throws -> String {
        var alone = ReportInput()
        apply(to: &alone)
        var mapping = source
        func put(_ key: String, _ node: Node) { mapping[Node(key)] = node }
        func put(_ key: String, _ value: (FieldNames) -> String?) {
            if let text = value(input.fields), text != value(alone.fields) {
                put(key, Self.node(text))
            }
        }
        if let encoding { put("encoding", Self.node(encoding.name)) }
        if let names = layout?.positionNames, names.count <= 2 {
            let keys = names.count == 1 ? ["position"] : ["longitude", "latitude"]
            for key in ["position", "longitude", "latitude"] where !keys.contains(key) {
                mapping[Node(key)] = nil
            }
            for (key, name) in zip(keys, names) { put(key, Self.node(name)) }
        } else if layout == nil {
            put("longitude") { $0.longitude }
            put("latitude") { $0.latitude }
            put("position") { $0.position }
        }
        switch input.fields.word(in: layout) {
        case .open: break
        case .nothing: put("word", .sequence(Node.Sequence([], Tag(.seq), .flow)))
        case .word(let word): put("word", Self.node(word))
        }
        // What nobody asked for is usual, or the profile says it.
        let given = input.fields.given
        if given.contains(.category) { put("category", Self.node(input.fields.category)) }
        if given.contains(.party) { put("party", Self.node(input.fields.party)) }
        if given.contains(.time) { put("time", Self.node(input.fields.time)) }
        if given.contains(.uncertainty) { put("uncertainty", Self.node(input.fields.uncertainty)) }
        for part in FootprintFields.Part.allCases {
            put(part.key) { fields in
                fields.footprint.flatMap { $0[part] == part.usualName ? nil : $0[part] }
            }
        }
        put("geometry-means") { $0.geometryMeans?.rawValue }
        put("date") { $0.date }
        put("end") { $0.end }
        put("id") { $0.id }
        put("time-zone") { $0.times.clock?.name }
        let fields = input.fields.following(habits)
        let formats = [fields.times.dateOrder?.rawValue, fields.times.numbers?.rawValue]
            .compactMap { $0 }
        if !formats.isEmpty { put("time-format", Node(formats.map { Node($0) }, Tag(.seq), .flow)) }
        if let sign = fields.decimalSign { put("decimal-sign", Node(sign.rawValue)) }
        let constants = [
            ("category", fields.constants.category), ("party", fields.constants.party),
        ].compactMap { key, text in text.map { (Node(key), Self.node($0)) } }
        if !constants.isEmpty { put("set", Node(constants, Tag(.map), .flow)) }
        put("first-records", Node("ignored"))
        return try Yams.serialize(node: .mapping(mapping), width: -1, allowUnicode: true)
    }

    /// A text that stays one, also where it looks like a number.
    private static func node(_ text: String) -> Node {
        Node(
            text, Tag(.str),
            Resolver.default.resolveTag(of: Node(text)) == .str ? .any : .doubleQuoted)
    }
}
