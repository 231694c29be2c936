import Geodesy
import Zones

/// What an explanation comes to, in two or three sentences.
struct PlainWords {
    let agreement: Agreement
    let report: Report
    let lines: [Explanation.Line]
    let zones: [Explanation.ZonePart]

    var text: String {
        guard report.position.isValid, report.uncertainty.isLength else {
            return "The position or its uncertainty cannot be used, so that nothing is known."
        }
        return [place, doubt, membership].compactMap { $0 }.joined(separator: " ")
    }

    private var nearest: Explanation.Line? { lines.first(where: \.isNearest) }

    /// Where the place lies, as of the nearest line.
    private var place: String? {
        guard let line = nearest else { return nil }
        let course = agreement.lines.count == 1 ? "the line" : "the line '\(line.id)'"
        let nearest = line.nearest
        if nearest.side == .on { return "The place lies on \(course)." }
        let limits = zones.flatMap(\.measures).filter { $0.from == line.id }
            .flatMap { $0.limits.flatMap { [$0.from, $0.to] } }
        let distance = nearest.distance.inKnownDigits(
            uncertainty: line.uncertainty, most: 3, apartFrom: limits.compactMap { $0 })
        let way = Geodesic.inverse(from: nearest.place, to: report.position).azimuthAtStart
        let from = nearest.beyondEnd == nil ? course : "the end of \(course)"
        return "The place lies \(distance) \(way.compassWord) of \(from)\(side(line))."
    }

    private func side(_ line: Explanation.Line) -> String {
        let isCertain = line.sides != .both
        guard let id = line.party else {
            return line.nearest.side == .none ? ", where its side is undefined" : ""
        }
        let name = agreement.parties.first { $0.id == id }.map { $0.name.isEmpty ? id : $0.name }
        return " (\(name ?? id)" + (isCertain ? ")" : ", which is not certain)")
    }

    /// How much is not known, and what therefore cannot be said.
    private var doubt: String? {
        let open = zones.filter { $0.membership == .undeterminable && !$0.isPartly }
        let unsaid = "it cannot be said whether it is " + list(open, "or")
        guard let uncertain else {
            return open.isEmpty ? nil : unsaid.prefix(1).uppercased() + unsaid.dropFirst() + "."
        }
        return uncertain + (open.isEmpty ? "." : ", so \(unsaid).")
    }

    private var uncertain: String? {
        let accuracy = nearest?.accuracy ?? .zero
        let bound = (report.uncertainty + accuracy).inRoundedWords
        switch (report.uncertainty > .zero, accuracy > .zero) {
        case (true, true): return "Report and line are together uncertain by \(bound)"
        case (true, false): return "The report is uncertain by \(bound)"
        case (false, true): return "The line is uncertain by \(bound)"
        case (false, false): return nil
        }
    }

    /// In which zones it certainly is.
    private var membership: String? {
        let inside = zones.filter { $0.membership == .inside }
        let partly = zones.filter(\.isPartly)
        let sentences =
            (inside.isEmpty ? [] : ["It is " + list(inside, "and") + "."])
            + (partly.isEmpty ? [] : ["It is partly " + list(partly, "and") + "."])
        if !sentences.isEmpty { return sentences.joined(separator: " ") }
        let isOutside = zones.allSatisfy { $0.membership == .outside }
        return isOutside && !zones.isEmpty ? "It is in none of the zones." : nil
    }

    private func list(_ zones: [Explanation.ZonePart], _ word: String) -> String {
        let names = zones.map { name($0.id) }
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    /// A zone of one width about the nearest line by that width, others by their identifier.
    private func name(_ id: Zone.ID) -> String {
        guard let zone = agreement.zones.first(where: { $0.id == id }),
            case .beside(.line(let line), let left?, let right, .round) = zone.region,
            left == right, left.from == nil, line == nearest?.id
        else { return "in '\(id)'" }
        return "within " + left.to.inWords
    }
}

extension Distance {
    /// The length in words, to the millimetre, below one to the micrometre: sums of decimal numbers are not quite
    /// these.
    var inRoundedWords: String {
        let unit = metres.magnitude < 1e-3 ? 1e6 : 1e3
        return Distance.metres((metres * unit).rounded() / unit).inWords
    }
}
