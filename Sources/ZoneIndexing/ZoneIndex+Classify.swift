import Geodesy

extension ZoneIndex {
    /// The verdict on one position.
    ///
    /// - Boundary: a position that is not on the globe, or an uncertainty that is negative or no
    ///   number, leaves every zone undeterminable.
    public func classify(
        _ position: Coordinate, uncertainty: Distance = .zero
    ) -> ZoneVerdict {
        if uncertainty == .zero, position.isValid, settledZones.isEmpty, let grid,
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

extension ZoneIndex {
    /// The verdict on an object that is in a footprint or covers it.
    ///
    /// - Parameters:
    ///   - footprint: the region.
    ///   - uncertainty: how far beyond it the object may be.
    ///   - model: what footprints with a level are judged by.
    /// - Boundary: an uncertainty that is negative or no number leaves every zone undeterminable, and so does a
    ///   level below 100 % without a model, as it says nothing for certain.
    public func classify(
        _ footprint: Footprint, uncertainty: Distance = .zero, under model: PositionModel? = nil
    ) -> ZoneVerdict {
        classify([footprint], uncertainties: [uncertainty], under: model)[0]
    }

    /// The verdicts on footprints, in their order; see `classify(_:uncertainty:under:)`.
    ///
    /// - Parameters:
    ///   - footprints: the regions.
    ///   - uncertainties: how far beyond each the object may be, as many as footprints; none for no bounds.
    ///   - model: what footprints with a level are judged by.
    public func classify(
        _ footprints: [Footprint], uncertainties: [Distance]? = nil,
        under model: PositionModel? = nil
    ) -> ZoneVerdicts {
        precondition(
            uncertainties.map { $0.count == footprints.count } ?? true,
            "there must be one uncertainty per footprint")
        var lookup = Lookup(self)
        lookup.positionModel = model
        let found = [UInt32](unsafeUninitializedCapacity: footprints.count) { buffer, count in
            lookup.label(of: footprints, within: uncertainties, into: buffer)
            count = footprints.count
        }
        return ZoneVerdicts(labels: found, table: lookup.labels)
    }

    /// How likely an object is in each zone, by the numbers of the zones.
    ///
    /// - Parameters:
    ///   - footprint: the region.
    ///   - uncertainty: how far beyond it the object may be.
    ///   - model: what is assumed of how positions spread.
    /// - Returns: as many as zones; `nil` of a geometry, of which no model says anything, and where the
    ///   uncertainty is no length.
    /// - Accuracy: `ProbabilityRange.tolerance`, as far as `ProbabilitySearch.mostDiscs` reach.
    public func probabilities(
        of footprint: Footprint, uncertainty: Distance = .zero, under model: PositionModel
    ) -> [ProbabilityRange]? {
        var lookup = Lookup(self)
        lookup.positionModel = model
        return lookup.probabilities(of: footprint, within: uncertainty.metres)
    }
}
