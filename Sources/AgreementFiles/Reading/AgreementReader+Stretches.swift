import Agreements
import Geodesy
import Zones

/// Widths that differ along a line.
extension AgreementReader {
    /// A zone whose widths differ along its line.
    mutating func stretches(
        _ list: [YAMLNode], _ node: YAMLNode, _ line: ReferenceLine, _ side: LineSide?,
        _ scope: ZoneScope
    ) -> Zone.Definition? {
        let meeting = scope.fields.node("meeting").flatMap {
            word($0, "meeting", StretchMeeting.self)
        }
        let before = errors.count
        var found: [LineStretch] = []
        for entry in list {
            guard
                let fields = fields(
                    entry, "a stretch of \(scope.what)", keys: ["width", "from", "to"])
            else { continue }
            guard let width = fields.node("width") else {
                if !fields.hasTypo {
                    refuse(
                        entry.mark,
                        "a stretch of \(scope.what) has no 'width', as in {width: 20 km each side, from: start, to: "
                            + "end}")
                }
                continue
            }
            guard let ends = stretchEnds(fields, scope.what, entry),
                let bands = bands(ofStretch: width, line, side, scope)
            else { continue }
            found.append(
                LineStretch(from: ends.from, to: ends.to, left: bands.left, right: bands.right))
        }
        if list.isEmpty { refuse(node.mark, "\(scope.what) has no width; write one per stretch") }
        guard errors.count == before else { return nil }
        return .stretches(line.id, found, ends: scope.ends, meeting: meeting ?? .nearest)
    }

    private mutating func bands(
        ofStretch node: YAMLNode, _ line: ReferenceLine, _ side: LineSide?, _ scope: ZoneScope
    ) -> (left: DistanceBand?, right: DistanceBand?)? {
        if let pairs = node.mapping { return widths(pairs, node, line, scope) }
        return width(node, scope.what).flatMap { bands($0, node, line, side, scope) }
    }

    /// Says where the widths of a zone leave a stretch of its line without any.
    mutating func warnOfStretches(_ zone: Zone, _ lines: [ReferenceLine]) {
        for case .stretches(let id, let own, _, _) in zone.regions.flatMap(\.leaves) {
            guard let line = lines.first(where: { $0.id == id }) else { continue }
            warnOfLeftStretches(
                own.map { ($0.from, $0.to) }, of: line, ["zones", zone.id, "within"],
                "there the zone has no width")
        }
    }
}
