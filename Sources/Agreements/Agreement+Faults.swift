import Geodesy
import Zones

extension Agreement {
    /// What contradicts itself in the agreement, in the order of its parts.
    public var faults: [AgreementError] {
        var check = FaultFinder(self)
        return check.run()
    }

    /// What keeps the agreement from being used.
    ///
    /// - Throws: the first of `faults`.
    public func validate() throws(AgreementError) {
        if let first = faults.first { throw first }
    }
}

/// Looks through an agreement for contradictions.
struct FaultFinder {
    let agreement: Agreement
    var faults: [AgreementError] = []
    let parties: Known
    let lines: Known
    let zones: Known
    let rules: Known

    /// The identifiers of a kind.
    struct Known {
        let list: [String]
        let set: Set<String>

        init(_ list: [String]) {
            self.list = list
            set = Set(list)
        }
    }

    init(_ agreement: Agreement) {
        self.agreement = agreement
        parties = Known(agreement.parties.map(\.id))
        lines = Known(agreement.lines.map(\.id))
        zones = Known(agreement.zones.map(\.id))
        rules = Known(agreement.rules.map(\.id))
    }

    mutating func run() -> [AgreementError] {
        identifiers("parties", agreement.parties.map(\.id))
        identifiers("lines", agreement.lines.map(\.id))
        identifiers("zones", agreement.zones.map(\.id))
        identifiers("rules", agreement.rules.map(\.id))
        identifiers("sites", agreement.sites.map(\.id))
        identifiers("obligations", agreement.obligations.map(\.id))
        categories()
        for line in agreement.lines { check(line) }
        for zone in agreement.zones { check(zone) }
        zoneCycles()
        for rule in agreement.rules { check(rule) }
        for (number, suspension) in agreement.suspensions.enumerated() { check(suspension, number) }
        reach()
        for site in agreement.sites { check(site) }
        for obligation in agreement.obligations { check(obligation) }
        return faults
    }

    private mutating func identifiers(_ key: String, _ ids: [String]) {
        var seen: Set<String> = []
        for id in ids {
            if id.allSatisfy(\.isWhitespace) {
                add(.emptyIdentifier, [key, id], found: id, "an identifier is empty")
            } else if !seen.insert(id).inserted {
                add(.duplicate, [key, id], found: id, "'\(id)' is there twice")
            } else if let found = id.unicodeScalars.first(where: Self.spoilsLists) {
                let what =
                    found == ";" ? "a semicolon" : "a line break, tab or other control character"
                add(
                    .badIdentifier, [key, id], found: id,
                    "'\(id)' has \(what), which would break lists of identifiers; use letters, "
                        + "digits, hyphens and spaces")
            }
        }
    }

    /// Whether lists of identifiers, in columns and lines of their own, could not be told apart any
    /// more with a character in one of them.
    private static func spoilsLists(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar == ";"
        }
    }

    mutating func unknown(
        _ id: String, _ what: String, among known: Known, at path: [String]
    ) {
        guard !known.set.contains(id) else { return }
        faults.append(
            AgreementError(
                .unknown, path, found: id, allowed: known.list,
                "there is no \(what) '\(id)'; " + Spelling.hint(for: id, in: known.list)))
    }

    private mutating func categories() {
        for branch in agreement.categories.branches {
            let name = CategoryTree.folded(branch.category)
            let contained = branch.members.contains { member in
                CategoryTree.folded(member) == name
                    || agreement.categories.kinds(of: branch.category)
                        .contains(CategoryTree.folded(member))
            }
            if contained {
                add(
                    .categoryCycle, ["categories", branch.category], found: branch.category,
                    "the category '\(branch.category)' contains itself")
                return
            }
        }
    }

    private mutating func check(_ line: ReferenceLine) {
        for (key, party) in [("left", line.left), ("right", line.right)] {
            if let party { unknown(party, "party", among: parties, at: ["lines", line.id, key]) }
        }
        if let left = line.left, left == line.right {
            add(
                .sameSides, ["lines", line.id, "right"], found: left,
                "both sides of the line are \(left)'s")
        }
        length(line.accuracy, "an accuracy", at: ["lines", line.id, "accuracy"])
        if case .within(let gap) = line.geometry.joins {
            length(gap, "a gap that is bridged", at: ["lines", line.id, "joins"])
        }
        check(line.versions, ["lines", line.id, "versions"])
        checkIntervals(of: line)
        for geometry in line.geometries where geometry.joins != .asDrawn {
            check(geometry, ofLine: line.id)
        }
    }

    private mutating func check(_ geometry: LineGeometry, ofLine id: String) {
        for junction in geometry.junctions where junction.kind != .several {
            let parts = junction.parts.map { "\($0 + 1)" }.joined(separator: " and ")
            let (verb, ends) =
                junction.kind == .headToHead ? ("end", "ends") : ("begin", "beginnings")
            add(
                .swappedSides, ["lines", id, "geometry"], found: "\(junction.place)",
                "parts \(parts) both \(verb) at [\(junction.place)], so that left and right change "
                    + "over there; turn one of them round, or say 'joins: as-drawn' if the two "
                    + "\(ends) are meant to be open")
        }
    }

    private mutating func check(_ zone: Zone) {
        let path = ["zones", zone.id]
        for region in zone.regions { check(region, path, key: "except") }
        check(zone.versions, path + ["versions"])
    }

    /// Looks through a region; `key` is that under which the zones are named that it is made of.
    private mutating func check(
        _ region: Region<ReferenceLine.ID, Zone.ID>, _ path: [String], key: String
    ) {
        switch region {
        case .beside(let course, let left, let right, _):
            switch course {
            case .line(let line): unknown(line, "line", among: lines, at: path + ["of"])
            case .route(_, let accuracy):
                length(accuracy, "an accuracy", at: path + ["accuracy"])
            }
            for band in Set([left, right].compactMap { $0 }).sorted(by: { $0.to < $1.to }) {
                check(band, isWithin: band.from == nil, path)
            }
            let isWide = [left, right].contains { ($0?.to ?? .zero) > .zero }
            if !isWide {
                add(
                    .badLength, path + ["within"],
                    "the zone has no width to either side; a width of 0 leaves only the line itself, which is no "
                        + "zone. Write a width above zero")
            }
        case .stretches(let line, let stretches, _, _):
            check(stretches, of: line, path)
        case .nearer(let near, let far):
            for line in [near, far] { unknown(line, "line", among: lines, at: path + ["of"]) }
        case .around(let centre, let band, let accuracy):
            length(band.to, "a radius", at: path + ["within"], allowingZero: false)
            interval(band, path)
            length(accuracy, "an accuracy", at: path + ["accuracy"])
            if !centre.isValid {
                add(.badLength, path + ["of"], "[\(centre)] is not a position on the globe")
            }
        case .outward(let area, let band):
            length(band.to, "a distance", at: path + ["within"], allowingZero: false)
            interval(band, path)
            check(area, path, key: "of")
        case .between(let first, let second, let half): between(first, second, half: half, path)
        case .zone(let id): unknown(id, "zone", among: zones, at: path + [key])
        case .inside(let area): check(area, path, key: "polygon")
        case .union(let parts): for part in parts { check(part, path, key: "union") }
        case .intersection(let parts):
            for part in parts { check(part, path, key: "intersection") }
        case .difference(let region, .union(let others)):
            check(region, path, key: "difference")
            for other in others { check(other, path, key: "except") }
        case .difference(let region, let other):
            check(region, path, key: "difference")
            check(other, path, key: "difference")
        }
    }

    /// Versions name moments, of which the second comes after the first.
    private mutating func check<Form>(_ versions: [Version<Form>], _ path: [String]) {
        for version in versions {
            for time in [version.from, version.until].compactMap({ $0 })
            where !agreement.hasZero(of: time) {
                add(
                    .noZero, path, found: "\(time)",
                    "\(time) is counted from a zero that the agreement does not have")
            }
            let moments = [version.from, version.until].map { $0.flatMap { agreement.resolve($0) } }
            if let from = moments[0], let until = moments[1], until <= from {
                add(
                    .endsBeforeItBegins, path, found: "\(until)",
                    "a version that holds from \(from) until \(until) never does")
            }
        }
    }

    private mutating func between(
        _ first: String, _ second: String, half: String?, _ path: [String]
    ) {
        if let half, half != first, half != second {
            add(
                .noAreaBetween, path + ["half"], found: half,
                "'\(half)' is neither of the lines; write '\(first)' or '\(second)'")
        }
        let own = [first, second].map { id in agreement.lines.first { $0.id == id } }
        guard let a = own[0], let b = own[1] else {
            for id in [first, second] {
                unknown(id, "line", among: lines, at: path + ["between"])
            }
            return
        }
        guard first != second else {
            return add(
                .noAreaBetween, path + ["between"], found: first,
                "the area is between two lines, not between '\(first)' and itself")
        }
        for (one, other) in a.geometries.flatMap({ one in b.geometries.map { (one, $0) } }) {
            do throws(AreaBetweenError) {
                _ = try AreaBetween(one, other, accuracy: max(a.accuracy, b.accuracy))
            } catch {
                return add(.noAreaBetween, path + ["between"], error.description(first, second))
            }
        }
    }

    private mutating func check(_ area: ZoneArea, _ path: [String], key: String) {
        length(area.accuracy, "an accuracy", at: path + ["accuracy"])
        if let fault = area.fault {
            add(.badArea, path + [key], found: fault.found.map { "\($0)" } ?? "", "\(fault)")
        }
    }

    mutating func check(_ band: DistanceBand, isWithin: Bool, _ path: [String]) {
        interval(band, path)
        guard let from = band.from, !isWithin else {
            return length(band.to, "a width", at: path + ["within"])
        }
        length(from, "a distance", at: path + ["between"])
        length(band.to, "a distance", at: path + ["between"])
        if from >= band.to {
            add(
                .badLength, path + ["between"],
                "a band runs from the smaller distance to the greater, not from \(from) to "
                    + "\(band.to)")
        }
    }

    /// The least that a limit may be is less than the greatest.
    private mutating func interval(_ band: DistanceBand, _ path: [String]) {
        guard case .atLeast(let least) = band.certainty, !(least >= .zero && least < band.to) else {
            return
        }
        add(
            .badLength, path + ["within"], found: "\(least)",
            "an interval runs from the smaller distance to the greater, not from \(least) to \(band.to)"
        )
    }

    mutating func length(
        _ length: Distance, _ what: String, at path: [String], allowingZero: Bool = true
    ) {
        guard !length.isLength || (!allowingZero && length == .zero)
        else { return }
        add(
            .badLength, path, found: "\(length)",
            "\(what) is a finite length \(allowingZero ? "not below" : "above") zero, not \(length)"
        )
    }

    private mutating func zoneCycles() {
        guard agreement.zonesInOrder() == nil else { return }
        for zone in agreement.zones where agreement.isMade(zone.id, of: zone.id) {
            let isExcepted = if case .difference = zone.region { true } else { false }
            add(
                .zoneCycle, ["zones", zone.id] + (isExcepted ? ["except"] : []), found: zone.id,
                "the zone is made of itself, by way of "
                    + zone.regions.flatMap(\.zones).joined(separator: ", "))
        }
    }

    mutating func add(
        _ code: AgreementError.Code, _ path: [String], found: String = "", _ reason: String
    ) {
        faults.append(AgreementError(code, path, found: found, reason))
    }
}
