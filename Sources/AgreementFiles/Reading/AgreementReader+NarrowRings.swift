import Agreements
import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Closed lines inside which there is no room for a rule.
extension AgreementReader {
    /// Says where no place inside a closed line is as far behind it as a rule asks.
    mutating func warnOfNarrowRing(_ rule: Rule, _ line: ReferenceLine, _ agreement: Agreement) {
        guard case .withdraw(_, .distance(let asked), _, _) = rule.demand else { return }
        var room = Distance.zero
        var insiders: Set<Party.ID> = []
        for geometry in line.geometries {
            guard let inside = geometry.roomInside, let party = line.party(on: inside.side) else {
                return
            }
            room = max(room, inside.atMost + line.accuracy)
            insiders.insert(party)
        }
        guard let party = insiders.first, insiders.count == 1, asked > room,
            rule.parties.isEmpty || rule.parties.contains(party)
        else { return }
        warn(
            mark(of: ["rules", rule.id, "behind"]),
            "rule '\(rule.id)': line '\(line.id)' is closed, and no place inside it is \(asked.inWords) from it, so that "
                + "whatever \(party) has on its side contradicts the rule; check 'behind', 'left' and 'right', or "
                + "name in 'party' whom it binds")
    }
}

extension LineGeometry {
    /// On which side the inside of a single closed line is, and how far from the line a place there may be at
    /// most; `nil` for other lines, and round a pole.
    ///
    /// A disc that fits inside is no wider and no higher than the line, by sizes of a degree that are never too
    /// small.
    fileprivate var roomInside: (side: LineSide, atMost: Distance)? {
        guard parts.count == 1, isClosed(part: 0) else { return nil }
        let ring = parts[0]
        let degree = 111_700.0
        var (east, twiceArea, longestEdge) = (0.0, 0.0, 0.0)
        var easts = [0.0]
        for (from, to) in zip(ring, ring.dropFirst()) {
            var span = to.longitude - from.longitude
            span -= 360 * (span / 360).rounded()
            let rise = to.latitude - from.latitude
            // About the first vertex, so that little is lost to rounding.
            let (y0, y1) = (from.latitude - ring[0].latitude, to.latitude - ring[0].latitude)
            twiceArea += east * y1 - (east + span) * y0
            longestEdge = max(longestEdge, (span * span + rise * rise).squareRoot() * degree)
            east += span
            easts.append(east)
        }
        let latitudes = ring.map(\.latitude)
        guard let south = latitudes.min(), let north = latitudes.max(), let first = easts.min(),
            let last = easts.max(), east.magnitude < 1, last - first < 90,
            max(north, -south) < 80, twiceArea != 0
        else { return nil }
        // A geodesic edge bends away from the straight one by less than this.
        let bend = longestEdge * longestEdge / (8 * 6_356_000) * tan(80 * .pi / 180)
        let nearest = south <= 0 && north >= 0 ? 0 : min(south.magnitude, north.magnitude)
        let high = (north - south) / 2 * degree
        let wide = (last - first) / 2 * degree * cos(nearest * .pi / 180)
        return (twiceArea > 0 ? .left : .right, .metres(min(high, wide) + bend))
    }
}
