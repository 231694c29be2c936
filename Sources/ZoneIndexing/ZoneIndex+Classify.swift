import Geodesy

extension ZoneIndex {
    /// The verdict on one position.
    ///
    /// - Boundary: a position that is not on the globe, or an uncertainty that is negative or no
    ///   number, leaves every zone undeterminable.
    public func classify(
        _ position: Coordinate, uncertainty: Distance = .zero
    ) -> ZoneVerdict {
        if uncertainty == .zero, position.isValid, pairedZones.isEmpty, let grid,
            case .label(let label) = grid.find(position)
        {
            return ZoneVerdict(row: labels.row(label), zoneCount: labels.zoneCount)
        }
        var lookup = Lookup(self)
        let label = lookup.label(position, uncertainty: uncertainty.metres)
        return ZoneVerdict(row: lookup.labels.row(label), zoneCount: labels.zoneCount)
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
        var lookup = Lookup(self)
        let found = [UInt32](unsafeUninitializedCapacity: positions.count) { buffer, count in
            lookup.label(positions, into: buffer)
            count = positions.count
        }
        return ZoneVerdicts(labels: found, table: lookup.labels)
    }

    /// The verdicts on positions, each with its own bound on how far the true position may be from
    /// it; as many bounds as positions.
    public func classify(
        _ positions: [Coordinate], uncertainties: [Distance]
    ) -> ZoneVerdicts {
        precondition(
            positions.count == uncertainties.count, "there must be one uncertainty per position")
        var lookup = Lookup(self)
        let found = [UInt32](unsafeUninitializedCapacity: positions.count) { buffer, count in
            positions.withUnsafeBufferPointer { positions in
                uncertainties.withUnsafeBufferPointer {
                    lookup.label(positions, uncertainties: $0, into: buffer)
                }
            }
            count = positions.count
        }
        return ZoneVerdicts(labels: found, table: lookup.labels)
    }
}
