import Geodesy
import Zones

extension Agreement {
    /// A zone's definition in words, such as `within 25 km of contact on the side of north`.
    public func inWords(_ zone: Zone) -> String {
        if zone.versions.isEmpty { return inWords(zone.region) }
        return zone.versions.map { inWords($0.form) + dates(of: $0) }.joined(separator: "; then ")
    }

    /// What is not known of the widths of a zone and of those that it is made of, each as a sentence.
    func openWidths(of zone: Zone) -> [String] {
        var found: [String] = []
        var open = [zone.id]
        var seen: Set<Zone.ID> = []
        while let next = open.popLast() {
            guard seen.insert(next).inserted, let part = zones.first(where: { $0.id == next })
            else { continue }
            for leaf in part.regions.flatMap(\.leaves) {
                if case .zone(let other) = leaf { open.append(other) }
                let name = next == zone.id ? "the width" : "the width of '\(next)'"
                for band in leaf.bands {
                    let sentence: String
                    switch band.certainty {
                    case .known: continue
                    case .atLeast(let least):
                        sentence =
                            "\(name) is only known to lie between \(least.inWords) and \(band.to.inWords)"
                    case .unknown:
                        sentence =
                            "\(name) is not known, only that it is at most \(band.to.inWords)"
                    }
                    if !found.contains(sentence) { found.append(sentence) }
                }
            }
        }
        return found
    }

    /// When a version holds, in brackets.
    package func dates<Form>(of version: Version<Form>) -> String {
        let words =
            [
                version.from.map { "from \(inWords($0))" },
                version.until.map { "until \(inWords($0))" }, version.status,
            ].compactMap { $0 }
        return (words.isEmpty ? "" : " (\(words.joined(separator: ", ")))")
            + version.citation.inBrackets
    }

    private func inWords(_ region: Region<ReferenceLine.ID, Zone.ID>) -> String {
        switch region {
        case .beside(let course, let left, let right, let ends):
            let text = inWords(course, left, right)
            return ends != .round ? text + ", ending flat at open ends" : text
        case .around(let centre, let band, let accuracy):
            return inWords(band) + " of the position [\(centre)]"
                + (accuracy > .zero ? ", known to \(accuracy.inWords)" : "")
        case .inside(let area):
            let count = area.geometry.polygons.count
            return "an area by coordinates (\(count) polygon\(count == 1 ? "" : "s")"
                + area.particulars.map { ", " + $0 }.joined() + ")"
        case .outward(let area, let band):
            let particulars = area.particulars
            let more = particulars.isEmpty ? "" : " (\(particulars.joined(separator: ", ")))"
            return band.from == nil
                ? "an area\(more) and within \(width(band)) of it"
                : "outside an area\(more) within \(width(band)) of it"
        case .stretches(let line, let stretches, let ends, let meeting):
            let text = stretches.map { stretch in
                inWords(.line(line), stretch.left, stretch.right)
                    + " from \(inWords(stretch.from)) to \(inWords(stretch.to))"
            }.joined(separator: ", ")
            return text + (meeting == .union ? ", each measured by itself" : "")
                + (ends != .round ? ", ending flat at open ends" : "")
        case .nearer(let near, let far): return "nearer to \(near) than to \(far)"
        case .between(let first, let second, let half):
            let area = "between \(first) and \(second)"
            return half.map { "the half of the area \(area) nearer to \($0)" } ?? area
        case .union(let regions): return list(regions, "or")
        case .intersection(let regions):
            // An area at the end is what a zone is cut to.
            if regions.count == 2, case .inside = regions[1] {
                return inWords(regions[0]) + ", cut to an area"
            }
            return list(regions, "and")
        case .difference(let region, .union(let others)):
            return inWords(region) + ", except "
                + others.map { inWords($0) }.joined(separator: ", ")
        case .difference(let region, let other):
            return inWords(region) + ", except " + inWords(other)
        case .zone(let id): return id
        }
    }

    /// A place along a line in words, such as `its start`.
    package func inWords(_ mark: LineMark) -> String {
        switch mark {
        case .start: "its start"
        case .end: "its end"
        case .marker(let id): id
        case .near(let position): "[\(position)]"
        }
    }

    private func list(_ regions: [Region<ReferenceLine.ID, Zone.ID>], _ word: String) -> String {
        let names = regions.map { region in
            if case .zone(let id) = region { "in \(id)" } else { inWords(region) }
        }
        return names.joined(separator: " \(word) ")
    }

    private func inWords(
        _ course: Course<ReferenceLine.ID>, _ left: DistanceBand?, _ right: DistanceBand?
    ) -> String {
        let line: String
        switch course {
        case .line(let id): line = id
        case .route(_, let accuracy):
            return ((left ?? right).map { inWords($0) } ?? "") + " of a route to each side"
                + (accuracy > .zero ? ", known to \(accuracy.inWords)" : "")
        }
        if let left, left == right {
            return left.from == nil
                ? "\(inWords(left)) of \(line) to each side"
                : "\(inWords(left)) from \(line) to each side"
        }
        let sides = [(left, LineSide.left), (right, .right)].compactMap { band, side in
            band.map { ($0, onSide(side, of: line)) }
        }
        if sides.count == 1, sides[0].0.from != nil {
            return "\(inWords(sides[0].0)) from \(line) \(sides[0].1)"
        }
        return "within "
            + sides.map { "\(width($0.0)) \($0.1)" }.joined(separator: " and ") + " of \(line)"
    }

    private func inWords(_ band: DistanceBand) -> String {
        band.from.map { "from \($0.inWords) to \(width(band))" } ?? "within \(width(band))"
    }

    /// The farther limit, with what is known of it.
    private func width(_ band: DistanceBand) -> String {
        switch band.certainty {
        case .known: band.to.inWords
        case .atLeast(let least):
            "\(least.inWords) to \(band.to.inWords), which is not known better,"
        case .unknown: "an unknown distance of up to \(band.to.inWords)"
        }
    }

    private func onSide(_ side: LineSide, of line: ReferenceLine.ID) -> String {
        let party = lines.first { $0.id == line }?.party(on: side)
        return party.map { "on the side of \($0)" } ?? "on the \(side.rawValue)"
    }
}

extension ZoneArea {
    /// What is said of the area besides its coordinates.
    fileprivate var particulars: [String] {
        (edges == .planar ? [] : ["\(edges.rawValue) edges"])
            + (accuracy > .zero ? ["known to \(accuracy.inWords)"] : [])
    }
}

extension Distance {
    /// The length with the fewest digits, in metres below 1 km, else in kilometres.
    package var inWords: String {
        func number(_ value: Double) -> String {
            value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
        }
        guard metres.magnitude >= 1000 else { return "\(number(metres)) m" }
        // Dividing is not exact: the fewest digits that are the same length.
        let kilometres = value(in: .kilometre)
        let exact = (1...9).lazy.map { kilometres.fixed($0) }.first {
            Double($0).map { $0 * 1000 == metres } ?? false
        }
        guard kilometres != kilometres.rounded(), var text = exact else {
            return "\(number(kilometres)) km"
        }
        while text.last == "0" { text.removeLast() }
        return text + " km"
    }
}
