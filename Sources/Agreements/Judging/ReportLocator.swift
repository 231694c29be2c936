import Geodesy
import ZoneIndexing
import Zones

/// Finds where reports in columns lie: to all zones, as labels, and to the nearest line.
struct ReportLocator {
    /// Where reports lie, in their order.
    struct Places {
        /// What `answer(ofLabel:)` knows.
        var labels: [UInt32]
        /// The nearest places; empty unless they were asked for.
        var found: [NearestLine?] = []

        /// The line and side of a nearest place as one number; -1 for none.
        @inline(__always)
        func place(_ k: Int) -> Int32 {
            found[k].map {
                Int32($0.line) * 8 + $0.side.number * 2 + ($0.isSideCertain ? 1 : 0)
            } ?? -1
        }
    }

    private let agreement: CompiledAgreement
    private var lookup: Lookup?
    private var exact: ExactLocator

    /// By the agreement's index, or without one by its definitions.
    init(_ agreement: CompiledAgreement) {
        self.agreement = agreement
        lookup = agreement.index.map { Lookup($0) }
        lookup?.positionModel = agreement.positionModel
        exact = ExactLocator(agreement)
    }

    /// Where reports lie; nearest places only if somebody wants them.
    mutating func locate(
        _ columns: ReportColumns, withPlaces: Bool, withSides: Bool
    ) -> Places {
        lookup?.locate(columns, withPlaces: withPlaces, withSides: withSides)
            ?? exact.locate(columns, withPlaces: withPlaces, withSides: withSides)
    }

    /// How reports with a label lie to all zones of the model.
    func answer(ofLabel label: UInt32) -> FootprintAnswer {
        lookup?.verdict(ofLabel: label).answer ?? exact.answer(ofLabel: label)
    }
}

extension Lookup {
    fileprivate mutating func locate(
        _ columns: ReportColumns, withPlaces: Bool, withSides: Bool
    ) -> ReportLocator.Places {
        let count = columns.count
        var places: [LinePlace?] = []
        var labels = [UInt32](unsafeUninitializedCapacity: count) { labels, initialized in
            columns.positions.withUnsafeBufferPointer { positions in
                columns.uncertainties.withUnsafeBufferPointer { bounds in
                    if withPlaces {
                        places = [LinePlace?](unsafeUninitializedCapacity: count) { places, made in
                            look(at: positions, within: bounds, labels: labels, places: places)
                            made = count
                        }
                        search(positions, labels, within: bounds)
                    } else {
                        label(positions, uncertainties: bounds, into: labels)
                    }
                }
            }
            initialized = count
        }
        let rows = columns.footprints.keys.sorted()
        let footprints = rows.compactMap { columns.footprints[$0] }
        let found = label(
            of: footprints, within: rows.map { columns.uncertainties[$0] })
        for (row, label) in zip(rows, found) { labels[row] = label }
        let areCertain = withSides ? areSidesCertain(columns, places) : []
        let nearest = places.indices.map { k in
            places[k].map {
                NearestLine(
                    line: Int($0.line), distance: $0.distance, side: $0.side,
                    isSideCertain: !withSides || areCertain[k])
            }
        }
        return ReportLocator.Places(labels: labels, found: nearest)
    }

    /// Whether reports are on the sides of their positions wherever they, and the lines, may be.
    private func areSidesCertain(_ columns: ReportColumns, _ places: [LinePlace?]) -> [Bool] {
        columns.positions.withUnsafeBufferPointer { positions in
            columns.uncertainties.withUnsafeBufferPointer { bounds in
                index.areSidesCertain(
                    of: positions, within: bounds, columns.footprints, places, under: positionModel)
            }
        }
    }
}

extension LineSide {
    fileprivate var number: Int32 {
        switch self {
        case .left: 0
        case .right: 1
        case .on: 2
        case .none: 3
        }
    }
}
