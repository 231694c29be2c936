import Geodesy
public import ZoneIndexing

extension CompiledAgreement {
    /// How many reports are judged in about the time that compiling an index of the agreement takes.
    ///
    /// An estimate from the pieces of its lines and areas, each some 10 km at most.
    package var reportsWorthIndexing: Int {
        var pieces = 0
        for line in agreement.lines { pieces += Self.pieces(of: line.geometry.parts) }
        for zone in agreement.zones {
            switch zone.definition {
            case .along(let route, _): pieces += Self.pieces(of: route.parts)
            case .area(let area), .aroundArea(_, let area, _):
                pieces += Self.pieces(of: area.polygons.joined())
            default: break
            }
            if let clip = zone.clip { pieces += Self.pieces(of: clip.polygons.joined()) }
        }
        return max(600, 2 * pieces)
    }

    private static func pieces(of parts: some Sequence<[Coordinate]>) -> Int {
        parts.reduce(0) { sum, part in
            zip(part, part.dropFirst()).reduce(sum) { sum, ends in
                let degrees = max(
                    (ends.0.longitude - ends.1.longitude).magnitude,
                    (ends.0.latitude - ends.1.latitude).magnitude)
                return sum + 1 + Int(min(degrees, 180) * 11)
            }
        }
    }

    /// How many steps of compiling an index cost well below half as much as judging so many reports without
    /// one.
    package func indexingWork(worthReports count: Int) -> Int {
        let each = 300 * agreement.lines.count + 5 * agreement.zones.count
        return count.multipliedReportingOverflow(by: max(1, each)).overflow ? .max : count * each
    }

    /// Whether it was compiled with an index.
    public var hasIndex: Bool { index != nil }

    /// The same agreement with an index of its zones; findings are the same, found faster.
    ///
    /// - Throws: `ZoneIndexError` when a distance is beyond `ZoneIndex.greatestDistance`, or the zones
    ///   overlap so much that the index would take more than it saves.
    public func indexed(
        _ detail: ZoneIndex.Detail = .coarse
    ) throws(ZoneIndexError) -> CompiledAgreement {
        var copy = self
        copy.index = try AgreementIndex(agreement, order: order, detail: detail)
        return copy
    }
}
