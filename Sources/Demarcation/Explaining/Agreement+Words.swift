import Geodesy

extension Agreement {
    /// A zone's definition in words, such as `within 25 km of contact on the side of north`.
    public func inWords(_ zone: Zone) -> String {
        var parts = [inWords(zone.definition)]
        switch zone.ends {
        case .round: break
        case .flat: parts.append("ending flat at open ends")
        }
        if zone.clip != nil { parts.append("cut to an area") }
        if !zone.except.isEmpty { parts.append("except " + zone.except.joined(separator: ", ")) }
        return parts.joined(separator: ", ")
    }

    private func inWords(_ definition: Zone.Definition) -> String {
        switch definition {
        case .within(let left?, let right?, let line) where left == right:
            return "within \(left.inWords) of \(line) to each side"
        case .within(let left, let right, let line):
            let sides = [(left, LineSide.left), (right, .right)].compactMap { width, side in
                width.map { "\($0.inWords) \(onSide(side, of: line))" }
            }
            return "within " + sides.joined(separator: " and ") + " of \(line)"
        case .between(let from, let to, let sides, let line):
            let side =
                switch sides {
                case .both: "to each side"
                case .left: onSide(.left, of: line)
                case .right: onSide(.right, of: line)
                }
            return "from \(from.inWords) to \(to.inWords) from \(line) \(side)"
        case .aroundPoint(let radius, let centre):
            return "within \(radius.inWords) of the position [\(centre)]"
        case .aroundArea(let distance, _, let includingArea):
            return includingArea
                ? "an area and within \(distance.inWords) of it"
                : "outside an area within \(distance.inWords) of it"
        case .along(_, let half):
            return "within \(half.inWords) of a route to each side"
        case .area(let area):
            let count = area.polygons.count
            return "an area by coordinates (\(count) polygon\(count == 1 ? "" : "s"))"
        }
    }

    private func onSide(_ side: LineSide, of line: ReferenceLine.ID) -> String {
        let party = lines.first { $0.id == line }?.party(on: side)
        return party.map { "on the side of \($0)" } ?? "on the \(side.rawValue)"
    }

    /// A rule in words, with its times on the clock of the zero.
    public func inWords(_ rule: Rule) -> String {
        var parts: [String] = []
        if !rule.prohibits.isEmpty {
            parts.append("no " + rule.prohibits.map(\.description).joined(separator: ", no "))
        }
        if !rule.limits.isEmpty {
            parts.append(
                "at most "
                    + rule.limits.map { "\($0.count) \($0.category)" }.joined(separator: ", "))
        }
        parts.append("in " + rule.zones.joined(separator: " or "))
        if !rule.parties.isEmpty { parts.append("for " + rule.parties.joined(separator: ", ")) }
        for (word, time) in [("from", rule.from), ("until", rule.until)] {
            guard let time else { continue }
            parts.append("\(word) \(inWords(time))")
        }
        if !rule.exempt.isEmpty {
            parts.append(
                "exempt " + rule.exempt.map(\.description).joined(separator: ", "))
        }
        return parts.joined(separator: " ")
    }

    private func inWords(_ time: AgreementTime) -> String {
        guard !time.isCountedFromZero else {
            return zero.map { "\(time) (\($0.written($0.resolve(time))))" } ?? time.description
        }
        return zero?.written(resolve(time)) ?? time.description
    }
}

extension Distance {
    /// The length with the fewest digits, in metres below 1 km, else in kilometres.
    package var inWords: String {
        func number(_ value: Double) -> String {
            value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
        }
        return metres.magnitude >= 1000
            ? "\(number(value(in: .kilometre))) km" : "\(number(metres)) m"
    }
}
