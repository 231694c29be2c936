import Agreements
import Geodesy
import PlanarGeometry
import Zones

/// Draws the zones of an agreement as polygons within a stated tolerance, and audits each drawing
/// against the exact definition.
public struct ZoneDrawer: Sendable {
    /// How far a drawn edge may leave the limit.
    public let tolerance: Distance
    /// Which places of a zone are drawn.
    public let extent: ZoneExtent
    /// The moment whose versions of lines and zones are drawn; the last ones where none is named.
    public let moment: Instant?
    private let compiled: CompiledAgreement
    var model: ZoneModel { compiled.model }

    /// The greatest distance from a line, route or area at which a limit is drawn: 9,900 km, short of half
    /// the globe.
    public static let greatestDistance = Distance.kilometres(9_900)

    /// The greatest distance from a point at which a limit is drawn: 19,900 km, short of where the shortest
    /// paths from it meet again on the opposite side of the globe.
    public static let greatestRadius = Distance.kilometres(19_900)

    /// A drawer for the zones of an agreement.
    ///
    /// With the extent `asGiven`, limits are drawn as lines, routes, points and areas are given. Their
    /// accuracies, which make positions near a limit undeterminable, are what `certain` and `possible` are
    /// drawn by: the answers are those of a position that is known exactly. Those of reports are not drawn.
    ///
    /// Of widths that are only known to lie between two, `certain` has the least, the others the greatest.
    ///
    /// - Parameters:
    ///   - agreement: whose zones are drawn.
    ///   - tolerance: how far a drawn edge may leave the limit.
    ///   - extent: which places of a zone are drawn.
    ///   - moment: whose versions of lines and zones are drawn; the last ones where none is named.
    /// - Throws: `AgreementError`, the first of the agreement's `faults`, or with the path `tolerance` for
    ///   a tolerance that is not a finite length of at least 1 micrometre.
    public init(
        _ agreement: Agreement, tolerance: Distance = .metres(0.01), extent: ZoneExtent = .asGiven,
        at moment: Instant? = nil
    ) throws(AgreementError) {
        guard tolerance.isLength, tolerance >= .metres(1e-6) else {
            throw AgreementError(
                .badLength, ["tolerance"], found: "\(tolerance)",
                "a tolerance is a finite length of at least 1e-06 m, not \(tolerance)")
        }
        var drawn = agreement
        if extent == .asGiven {
            for number in drawn.lines.indices {
                (drawn.lines[number].accuracy, drawn.lines[number].accuracies) = (.zero, [])
            }
            drawn.zones = agreement.zones.map { $0.replacing(\.asGiven) }
        }
        // Nothing of them is drawn, and they name each other.
        (drawn.rules, drawn.suspensions) = ([], [])
        (drawn.sites, drawn.obligations) = ([], [])
        compiled = try CompiledAgreement(drawn)
        self.tolerance = tolerance
        self.extent = extent
        self.moment = moment
    }

    /// The whole of a zone of the agreement.
    ///
    /// - Throws: `DrawingError` when the agreement has no such zone, the zone has no area, or its limit
    ///   could not be followed. A drawing that the audit does not find good is returned; ask
    ///   `audit.isGood(within:)`.
    public func whole(_ zone: Zone) throws(DrawingError) -> ZoneDrawing {
        let number = try number(of: zone)
        do throws(DrawingError) {
            return try best { limit throws(DrawingError) in
                [try drawing(of: zone, side: nil, try shape(ofZone: number, limit))]
            }[0]
        } catch {
            // Only what has no area is said to have none.
            let search = MemberSearch(compiled: compiled, tolerance: tolerance, extent: extent)
            guard error.code == .empty, let member = search.member(of: zone) else { throw error }
            throw DrawingError(
                .lost, at: member.place,
                detail: member.room == MemberSearch.leastRoom
                    ? "this place belongs to the zone, which is narrower there than the tolerance "
                        + "lets it be drawn; draw it with a smaller tolerance"
                    : "this place belongs to the zone, and no border of it was found")
        }
    }

    /// The whole of a zone and, where it lies on both sides of a line, its left and its right half.
    ///
    /// The halves share every vertex along the line exactly, those of the line itself among them.
    ///
    /// - Throws: `DrawingError` as `whole(_:)` does.
    public func withHalves(_ zone: Zone) throws(DrawingError) -> [ZoneDrawing] {
        let whole = try whole(zone)
        let number = try number(of: zone)
        guard
            let line = lineOfHalves(of: zone).flatMap({
                compiled.lineInModel($0, at: moment)
            })
        else { return [whole] }
        return [whole]
            + (try best { limit throws(DrawingError) in
                try halves(ofZone: number, along: line, limit).map { half throws(DrawingError) in
                    try drawing(of: zone, side: half.side, half.shape)
                }
            })
    }

    /// Draws until the audit is content: as few vertices as will do; then with the border that was missed
    /// near positions on the wrong side; then vertices exactly on the limit, and finer, for narrow places
    /// where arms would cross.
    private func best(
        _ draw: (LimitDrawing) throws(DrawingError) -> [ZoneDrawing]
    ) throws(DrawingError) -> [ZoneDrawing] {
        var best: [ZoneDrawing]?
        var failure: DrawingError?
        var missed: [Coordinate] = []
        var searches = 0
        var attempts = [(0.5, 1.0), (0.4, 0.6), (0, 0.5), (0, 0.1)][...]
        while let (push, factor) = attempts.first {
            attempts = attempts.dropFirst()
            do throws(DrawingError) {
                let drawings = try draw(
                    LimitDrawing(tolerance: tolerance * factor, push: push, missed: missed))
                if drawings.allSatisfy({ $0.audit.isGood(within: tolerance) }) { return drawings }
                if best == nil { best = drawings }
                let new = drawings.flatMap(\.audit.missed)
                if !new.isEmpty, searches < 4 {
                    missed += new
                    searches += 1
                    attempts = [(push, factor)] + attempts
                }
            } catch {
                // What has no area may only be narrower than could be seen.
                if error.code == .empty { attempts = attempts.suffix(1) }
                guard error.code == .lost || error.code == .empty else { throw error }
                if failure?.code != .lost { failure = error }
            }
        }
        guard let best else { throw failure ?? DrawingError(.empty) }
        return best
    }

    private func drawing(
        of zone: Zone, side: LineSide?, _ shape: Shape
    ) throws(DrawingError) -> ZoneDrawing {
        guard !shape.polygons.isEmpty else { throw DrawingError(.empty) }
        do {
            let auditor = DrawingAuditor(
                terms: shape.terms, tolerance: tolerance.metres, seeds: shape.seeds)
            return ZoneDrawing(
                zone: zone.id, side: side, party: side.flatMap { party(of: zone, on: $0) },
                polygon: try PolygonGeometry(drawn: shape.polygons), tolerance: tolerance,
                extent: extent, audit: try auditor.audit(shape.polygons))
        } catch {
            throw DrawingError(.geometry, detail: "\(error)")
        }
    }

    private func number(of zone: Zone) throws(DrawingError) -> Int {
        guard
            let number = compiled.number(
                ofZone: zone.id, extent == .certain ? .least : .greatest, at: moment)
        else {
            throw DrawingError(.unknownZone, detail: zone.id)
        }
        if let far = compiled.agreement.limitTooFar(of: zone.id) {
            throw DrawingError(.tooFar, detail: "a limit of zone '\(zone.id)' is at \(far)")
        }
        return number
    }

    /// The line on both sides of which a zone lies, by its number.
    private func lineOfHalves(of zone: Zone) -> Int? {
        zone.region.lineOfHalves.flatMap { id in
            compiled.agreement.lines.firstIndex { $0.id == id }
        }
    }

    private func party(of zone: Zone, on side: LineSide) -> Party.ID? {
        lineOfHalves(of: zone).flatMap { compiled.agreement.lines[$0].party(on: side) }
    }
}

extension Region {
    /// The line on both sides of which the region lies, however it is cut further.
    var lineOfHalves: LineName? {
        switch self {
        case .beside(.line(let name), .some, .some, _): name
        case .intersection(let regions): regions.first?.lineOfHalves
        case .difference(let region, _): region.lineOfHalves
        case .beside, .stretches, .nearer, .around, .inside, .outward, .between, .union, .zone:
            nil
        }
    }
}

extension Agreement {
    /// A distance of a zone, by way of the zones that it is made of as well, at which no limit is drawn.
    fileprivate func limitTooFar(of zone: Zone.ID) -> Distance? {
        let regions = Dictionary(
            zones.map { ($0.id, $0.regions) }, uniquingKeysWith: { first, _ in first })
        var (open, seen) = ([zone], Set([zone]))
        while let next = open.popLast() {
            let regions = regions[next] ?? []
            for leaf in regions.flatMap(\.leaves) {
                let isPoint = if case .around = leaf { true } else { false }
                let most = isPoint ? ZoneDrawer.greatestRadius : ZoneDrawer.greatestDistance
                if let far = leaf.bands.map(\.to).first(where: { $0 > most }) { return far }
            }
            open += regions.flatMap(\.zones).filter { seen.insert($0).inserted }
        }
        return nil
    }
}
