import Agreements
import Geodesy
import Zones

/// Sites with their inventories.
extension AgreementReader {
    /// Declares the areas of sites as zones, so that rules may name them.
    mutating func declareAreas(of sites: [YAMLNode.Pair]) {
        let zones = Set(declared["zones"] ?? [])
        for site in sites where zones.contains(site.key) {
            refuse(
                site.keyMark,
                "site '\(site.key)' has the identifier of a zone; its area is a zone of its own, so give one of "
                    + "them another")
        }
        declared["zones", default: []] += sites.map(\.key)
    }

    /// The area of a site, as the zone of the same identifier.
    mutating func siteArea(
        _ entry: YAMLNode.Pair, lines: [String: ReferenceLine], area: PolygonGeometry?,
        hasArea: Bool
    ) -> Zone? {
        guard let node = entry.value.mapping?.first(where: { $0.key == "area" })?.value else {
            return nil
        }
        marks[["zones", entry.key]] = entry.keyMark
        // Of a zone with the same identifier it has been said.
        guard declared["zones"]?.count(where: { $0 == entry.key }) == 1 else { return nil }
        return zone(
            YAMLNode.Pair(key: entry.key, keyMark: entry.keyMark, value: node), lines: lines,
            area: area, hasArea: hasArea)
    }

    /// A site without its area.
    mutating func site(_ entry: YAMLNode.Pair) -> Site? {
        let what = "site '\(entry.key)'"
        guard let fields = fields(entry.value, what, keys: AgreementKeys.site) else { return nil }
        note(fields, ["sites", entry.key])
        if fields.node("area") == nil, !fields.hasTypo {
            refuse(
                entry.keyMark,
                "\(what) has no 'area'; write it as a zone, as in area: {within: 1 km, of: [37.9, 48.2]}"
            )
        }
        var site = Site(
            id: entry.key, party: fields.node("party").flatMap { text($0, "party") },
            inventory: fields.node("inventory").map { inventory($0, what) } ?? [],
            same: fields.node("same").flatMap { property($0) },
            from: fields.node("from").flatMap { time($0, "from") },
            until: fields.node("until").flatMap { time($0, "until") })
        site.citation = citation(fields)
        return site
    }

    private mutating func inventory(_ node: YAMLNode, _ what: String) -> [Site.Item] {
        guard let pairs = node.mapping, !pairs.isEmpty else {
            refuse(
                node.mark,
                "the inventory of \(what) is a mapping from categories to numbers or to lists of what tells objects "
                    + "apart, such as {tank: 12, howitzer: [H-1, H-2]}, not \(node.inWords)")
            return []
        }
        return pairs.compactMap { pair in
            guard pair.value.list != nil else {
                return number(ofObjects: pair.value, "the inventory of '\(pair.key)'").map {
                    Site.Item(pair.key, count: $0)
                }
            }
            return texts(pair.value, "the inventory of '\(pair.key)'").map {
                Site.Item(pair.key, serials: $0)
            }
        }
    }
}
