import Agreements
import Geodesy
import Zones

/// What is worth knowing about lines and areas, and no reason to refuse them.
extension AgreementReader {
    /// Says what is noticed of an agreement that has been read.
    mutating func survey(_ agreement: Agreement) {
        for line in agreement.lines {
            warnOfJunctions(line)
            warnOfGaps(line)
            warnOfEnds(line, agreement)
            warnOfMarkers(line)
            warnOfSeparation(line, agreement.area)
            warnOfLeftStretches(
                line.accuracies, of: line, ["lines", line.id, "accuracy"],
                "there the greatest of the accuracies is taken")
            warnOfVersions(
                line.versions, "line '\(line.id)'", ["lines", line.id], agreement)
        }
        for zone in agreement.zones {
            warnOfContacts(zone)
            warnOfWidths(zone, agreement.lines)
            warnOfStretches(zone, agreement.lines)
            warnOfSize(zone)
            warnOfVersions(
                zone.versions, "zone '\(zone.id)'", ["zones", zone.id], agreement)
        }
        warnOfSwaps(agreement)
        warnOfRules(agreement)
    }

    private mutating func warnOfJunctions(_ line: ReferenceLine) {
        guard line.geometry.joins != .asDrawn else { return }
        for junction in line.geometry.junctions where junction.kind == .several {
            warn(
                marks[["lines", line.id, "geometry"]],
                "line '\(line.id)': \(junction.parts.count) parts meet at [\(junction.place)], where "
                    + "nobody can tell which go on from which; all of them end there. Split the line, "
                    + "or join the parts that belong together in the file")
        }
    }

    /// Says where parts all but meet: what is read as two open ends may be one line.
    private mutating func warnOfGaps(_ line: ReferenceLine) {
        // A vertex is hardly ever known better than to a metre.
        let gaps = line.geometry.hairGaps(upTo: .metres(max(line.accuracy.metres, 1)))
        guard let gap = gaps.first, let end = line.geometry.parts[gap.end].last else { return }
        let more = gaps.count > 1 ? " (and \(gaps.count - 1) more such gaps)" : ""
        let apart =
            gap.distance < .metres(0.001)
            ? "less than 1 mm" : "\(gap.distance.metres.rounded(toDecimals: 3)) m"
        let bridge =
            line.accuracy > .zero
            ? "'joins: within-accuracy'" : "'joins: within-accuracy' beside an 'accuracy'"
        warn(
            marks[["lines", line.id, "geometry"]],
            "line '\(line.id)': part \(gap.beginning + 1) begins \(apart) from where "
                + "part \(gap.end + 1) ends, at [\(end)]\(more); both are read as open ends. If they are "
                + "one line, give both the same position or write \(bridge); 'joins: as-drawn' says that the "
                + "gap is meant")
    }

    /// Says where the last edge is so short that what is beyond the end hangs on how it was digitised.
    private mutating func warnOfEnds(_ line: ReferenceLine, _ agreement: Agreement) {
        let reach = agreement.zones.flatMap(\.regions).flatMap(\.leaves).compactMap {
            $0.reachBeyondEnds(of: line.id)
        }
        .max()
        guard let reach else { return }
        // A vertex is hardly ever known better than to a metre.
        let off = max(line.accuracy.metres, 1)
        for (end, length) in line.geometry.lastEdges where length.metres < 20 * off {
            let known = line.accuracy > .zero ? "known" : "even if it were known"
            let turn =
                length.metres <= 2 * off
                ? "may point anywhere"
                : "may turn so that the border of the land beyond moves by some "
                    + "\(Distance.metres((reach.metres * 2 * off / length.metres).rounded()).description) "
                    + "at \(reach)"
            warn(
                marks[["lines", line.id, "geometry"]],
                "line '\(line.id)': the last edge at the open end [\(end)] is only "
                    + "\(length.metres.rounded(toDecimals: 1)) m long; \(known) to "
                    + "\(off.rounded(toDecimals: 1)) m it \(turn). How it was digitised decides whose "
                    + "side that is: drop vertices near the end, or draw the line farther")
        }
    }

    /// Says where a line with a party on each side ends within the area of operations, so that it does not part
    /// that into the two.
    private mutating func warnOfSeparation(_ line: ReferenceLine, _ area: PolygonGeometry?) {
        guard let area, line.left != nil, line.right != nil else { return }
        let locator = AreaLocator(area)
        for geometry in line.geometries {
            let inside = LineLocator(geometry).openEnds.map(\.place).filter {
                locator.contains($0)
                    && locator.distanceToBorder(from: $0) > max(line.accuracy, .metres(1))
            }
            guard let end = inside.first else { continue }
            warn(
                mark(of: ["lines", line.id]),
                "line '\(line.id)' ends at [\(end)], inside the area of operations, so that it does not part "
                    + "that into two sides; draw it on to the border of the area, or see that 'ends' say what is "
                    + "meant beyond it")
        }
    }

    private mutating func warnOfContacts(_ zone: Zone) {
        for area in zone.regions.flatMap(\.leaves).compactMap(\.area) {
            let contacts = area.contacts
            guard let first = contacts.first else { continue }
            let verb = contacts.contains { $0.kind == .overlap } ? "overlap" : "touch"
            let more = contacts.count > 1 ? " and \(contacts.count - 1) more pairs" : ""
            warn(
                marks[["zones", zone.id, "polygon"]] ?? marks[["zones", zone.id]],
                "zone '\(zone.id)': polygons \(first.first + 1) and \(first.second + 1)\(more) \(verb), "
                    + "such as at [\(first.place)]; together they are one area, and what they share is "
                    + "no border")
        }
    }
}

extension Region<ReferenceLine.ID, Zone.ID> {
    /// How far a region reaches that asks for the side of a line or ends flat at its ends.
    fileprivate func reachBeyondEnds(of line: String) -> Distance? {
        guard case .beside(.line(line), let left, let right, let ends) = self,
            left != right || ends != .round
        else { return nil }
        return [left, right].compactMap { $0?.to }.max()
    }

    fileprivate var area: PolygonGeometry? {
        switch self {
        case .inside(let area), .outward(let area, _):
            area.edges == .planar ? area.geometry : nil
        case .beside, .stretches, .nearer, .around, .between, .union, .intersection, .difference,
            .zone:
            nil
        }
    }
}
