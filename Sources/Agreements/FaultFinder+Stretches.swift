import Geodesy
import Zones

/// Contradictions in what is said of stretches of lines.
extension FaultFinder {
    /// Looks through the distances of a zone along stretches of a line.
    mutating func check(_ stretches: [LineStretch], of id: ReferenceLine.ID, _ path: [String]) {
        guard let line = agreement.lines.first(where: { $0.id == id }) else {
            return unknown(id, "line", among: lines, at: path + ["of"])
        }
        let key = path + ["within"]
        let isWide = stretches.contains { ($0.left ?? $0.right) != nil }
        if !isWide {
            add(.badLength, key, "the zone has no width along any stretch of the line")
        }
        for stretch in stretches {
            for band in [stretch.left, stretch.right].compactMap({ $0 }) {
                check(band, isWithin: band.from == nil, path)
            }
        }
        order(stretches.map { ($0.from, $0.to) }, of: line, key)
    }

    /// Looks through the intervals of a line.
    mutating func checkIntervals(of line: ReferenceLine) {
        let path = ["lines", line.id]
        var seen: Set<String> = []
        for marker in line.markers where !seen.insert(marker.id).inserted {
            add(
                .duplicate, path + ["markers"], found: marker.id,
                "the marker '\(marker.id)' is there twice")
        }
        for interval in line.accuracies {
            length(interval.value, "an accuracy", at: path + ["accuracy"])
        }
        order(line.accuracies.map { ($0.from, $0.to) }, of: line, path + ["accuracy"])
        order(line.statuses.map { ($0.from, $0.to) }, of: line, path + ["status"])
    }

    /// Marks that are there, in the order along the line, in stretches that do not overlap.
    private mutating func order(
        _ stretches: [(from: LineMark, to: LineMark)], of line: ReferenceLine, _ path: [String]
    ) {
        guard !stretches.isEmpty else { return }
        let ids = line.markers.map(\.id)
        for mark in stretches.flatMap({ [$0.from, $0.to] }) {
            guard case .marker(let id) = mark, !ids.contains(id) else { continue }
            faults.append(
                AgreementError(
                    .badStretch, path, found: id, allowed: ids,
                    "line '\(line.id)' has no marker '\(id)'; write 'start', 'end', a position or a marker: "
                        + (ids.isEmpty
                            ? "its 'markers' are not given" : Spelling.hint(for: id, in: ids))))
            return
        }
        for geometry in line.geometries {
            guard let cut = LineCut(geometry) else {
                return add(
                    .badStretch, path, found: line.id,
                    "line '\(line.id)' is in several pieces, so that nobody can say what lies between two places on "
                        + "it; write its parts in their order, each beginning where the one before ends"
                )
            }
            var known: [(LineCut.Place, LineCut.Place)] = []
            for (from, to) in stretches {
                guard let first = line.place(of: from, on: cut),
                    let last = line.place(of: to, on: cut)
                else { continue }
                guard first != last, first < last || cut.isClosed else {
                    return add(
                        .badStretch, path, found: "\(first.position)",
                        first == last
                            ? "a stretch begins and ends at [\(first.position)], so that it is none"
                            : "a stretch runs backwards: in the line's direction [\(first.position)] comes after "
                                + "[\(last.position)]; exchange 'from' and 'to'")
                }
                if let other = known.first(where: { first < $0.1 && $0.0 < last && first < last }) {
                    return add(
                        .badStretch, path, found: "\(first.position)",
                        "two stretches overlap between [\(max(first, other.0).position)] and "
                            + "[\(min(last, other.1).position)]; let one begin where the other ends"
                    )
                }
                if first < last { known.append((first, last)) }
            }
        }
    }
}
