import Geodesy

/// What a line is in a plan: the whole of it, and its parts where these are known to different accuracies.
package struct LineForms<Name: Hashable & Sendable>: Hashable, Sendable {
    /// The line.
    package let whole: Name
    /// Its parts, together the whole line; none where its accuracy is the same everywhere.
    package let parts: [Name]

    package init(_ whole: Name, parts: [Name] = []) {
        self.whole = whole
        self.parts = parts
    }
}

/// What a stretch of a line is in a plan.
package struct StretchForms<Name: Hashable & Sendable>: Hashable, Sendable {
    /// The line of which it is a part.
    package let line: LineForms<Name>
    /// The stretch.
    package let stretch: LineForms<Name>
    /// The line without it; `nil` where it is all of the line.
    package let rest: Name?

    package init(line: LineForms<Name>, stretch: LineForms<Name>, rest: Name?) {
        self.line = line
        self.stretch = stretch
        self.rest = rest
    }
}

extension Region {
    /// Within distances of a line, by its parts where these are known to different accuracies.
    package static func beside(
        _ line: LineForms<LineName>, left: DistanceBand?, right: DistanceBand?, ends: Ends
    ) -> Region {
        guard !line.parts.isEmpty else {
            return .beside(.line(line.whole), left: left, right: right, ends: ends)
        }
        if let left, left == right, ends == .round { return .along(line, left) }
        let sides: [Region] = [(left, true), (right, false)].compactMap { band, isLeft in
            band.map { .intersection([.along(line, $0), .side(of: line.whole, isLeft, $0)]) }
        }
        return ends == .round
            ? .union(sides)
            : .intersection([
                .union(sides), .alongside(line.whole, [left, right].compactMap { $0?.to }.max()),
            ])
    }

    /// Within distances of a line, whatever the side.
    package static func along(_ line: LineForms<LineName>, _ band: DistanceBand) -> Region {
        let parts = line.parts.isEmpty ? [line.whole] : line.parts
        func all(_ band: DistanceBand) -> [Region] {
            parts.map { .beside(.line($0), left: band, right: band, ends: .round) }
        }
        if parts.count == 1 { return all(band)[0] }
        let within = Region.union(all(.upTo(band.to)))
        guard let from = band.from else { return within }
        let beyond = Region.intersection(all(.beyond(from)))
        return band.to.metres == .infinity ? beyond : .intersection([within, beyond])
    }

    /// On a side of a line, as far as a band reaches.
    private static func side(
        of line: LineName, _ isLeft: Bool, _ band: DistanceBand
    ) -> Region {
        let reach = DistanceBand.upTo(band.to)
        return .beside(
            .line(line), left: isLeft ? reach : nil, right: isLeft ? nil : reach, ends: .round)
    }

    /// Not beyond the open ends of a line, as far as a distance.
    private static func alongside(_ line: LineName, _ reach: Distance?) -> Region {
        let band = DistanceBand.upTo(reach ?? .zero)
        return .beside(.line(line), left: band, right: band, ends: .flatWhereNearest)
    }

    /// Within a stretch's distances of it.
    package static func within(
        _ forms: StretchForms<LineName>, left: DistanceBand?, right: DistanceBand?, ends: Ends,
        meeting: StretchMeeting
    ) -> Region {
        var common: [Region] = []
        if meeting == .nearest, let rest = forms.rest {
            common.append(.nearer(forms.stretch.whole, than: rest))
        }
        let line = meeting == .nearest ? forms.line.whole : forms.stretch.whole
        if ends != .round {
            common.append(.alongside(line, [left, right].compactMap { $0?.to }.max()))
        }
        if let left, left == right { return .all([.along(forms.stretch, left)] + common) }
        let sides: [Region] = [(left, true), (right, false)].compactMap { band, isLeft in
            band.map { .all([.along(forms.stretch, $0), .side(of: line, isLeft, $0)] + common) }
        }
        return sides.count == 1 ? sides[0] : .union(sides)
    }

    private static func all(_ regions: [Region]) -> Region {
        regions.count == 1 ? regions[0] : .intersection(regions)
    }
}
