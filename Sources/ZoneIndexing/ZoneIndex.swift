public import Geodesy

/// The zones of a plan, compiled to classify positions in large numbers.
///
/// It does not change and may be used by many tasks at once.
public struct ZoneIndex: Sendable {
    /// The longest distance that a plan may hold: 2,000 km.
    public static let greatestDistance = Distance.kilometres(2_000)

    let terms: ZoneTerms
    let labels: ZoneLabels

    /// Compiles a plan.
    ///
    /// - Throws: `ZoneIndexError` when a zone names a line or zone that is not there, or a distance
    ///   is out of range.
    public init(_ plan: ZonePlan) throws(ZoneIndexError) {
        terms = try ZoneTerms(plan)
        labels = ZoneLabels(zoneCount: plan.zones.count, lineCount: plan.lines.count)
    }

    /// The verdict on one position.
    ///
    /// - Boundary: a position that is not on the globe, or an uncertainty that is negative or no
    ///   number, leaves every zone undeterminable.
    public func classify(
        _ position: Coordinate, uncertainty: Distance = .zero
    ) -> ZoneVerdict {
        var labels = labels
        let label = exactLabel(position, uncertainty: uncertainty.metres, &labels)
        return ZoneVerdict(labels: labels, label: label)
    }

    /// The verdicts on positions, in their order; see `classify(_:uncertainty:)`.
    public func classify(_ positions: [Coordinate]) -> ZoneVerdicts {
        positions.withUnsafeBufferPointer { classify($0) }
    }

    /// The verdicts on positions, in their order; see `classify(_:uncertainty:)`.
    public func classify(_ positions: Span<Coordinate>) -> ZoneVerdicts {
        positions.withUnsafeBufferPointer { classify($0) }
    }

    /// The verdicts on positions, in their order; see `classify(_:uncertainty:)`.
    public func classify(_ positions: UnsafeBufferPointer<Coordinate>) -> ZoneVerdicts {
        var table = labels
        let found = positions.map { exactLabel($0, uncertainty: 0, &table) }
        return ZoneVerdicts(labels: found, table: table)
    }

    /// The verdicts on positions, each with its own bound on how far the true position may be from
    /// it; as many bounds as positions.
    public func classify(
        _ positions: [Coordinate], uncertainties: [Distance]
    ) -> ZoneVerdicts {
        precondition(
            positions.count == uncertainties.count, "there must be one uncertainty per position")
        var table = labels
        let found = zip(positions, uncertainties).map {
            exactLabel($0, uncertainty: $1.metres, &table)
        }
        return ZoneVerdicts(labels: found, table: table)
    }
}
