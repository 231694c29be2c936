import Geodesy
import ZoneIndexing

/// Finds where reports in columns lie: to all zones, as labels, and to the nearest line.
struct ReportLocator {
    /// Where reports lie, in their order.
    struct Places {
        /// What `memberships(ofLabel:)` knows.
        var labels: [UInt32]
        /// The nearest places; empty unless they were asked for.
        var found: [AgreementIndex.Place?] = []

        /// The line and side of a nearest place as one number; -1 for none.
        @inline(__always)
        func place(_ k: Int) -> Int32 {
            found[k].map { Int32($0.line) * 4 + $0.side.number } ?? -1
        }
    }

    private let index: AgreementIndex?
    private var lookup: Lookup?
    private var exact: ExactLocator

    /// By the agreement's index, or without one by its definitions.
    init(_ agreement: CompiledAgreement) {
        index = agreement.index
        lookup = index.map { Lookup($0.index) }
        exact = ExactLocator(agreement)
    }

    /// Where reports lie; nearest places only if somebody wants them.
    mutating func locate(_ columns: ReportColumns, withPlaces: Bool) -> Places {
        lookup?.locate(columns, withPlaces: withPlaces)
            ?? exact.locate(columns, withPlaces: withPlaces)
    }

    /// Membership in every zone, in the agreement's order, that a label stands for.
    func memberships(ofLabel label: UInt32) -> [Membership] {
        guard let index, let lookup else { return exact.memberships(ofLabel: label) }
        return index.memberships(by: lookup.verdict(ofLabel: label))
    }
}

extension Lookup {
    fileprivate mutating func locate(
        _ columns: ReportColumns, withPlaces: Bool
    ) -> ReportLocator.Places {
        let count = columns.count
        var places: [LinePlace?] = []
        let labels = [UInt32](unsafeUninitializedCapacity: count) { labels, initialized in
            columns.positions.withUnsafeBufferPointer { positions in
                columns.uncertainties.withUnsafeBufferPointer { bounds in
                    if withPlaces {
                        places = [LinePlace?](unsafeUninitializedCapacity: count) { places, made in
                            look(at: positions, within: bounds, labels: labels, places: places)
                            made = count
                        }
                    } else {
                        label(positions, uncertainties: bounds, into: labels)
                    }
                }
            }
            initialized = count
        }
        return ReportLocator.Places(
            labels: labels, found: places.map { $0.map { AgreementIndex.Place($0) } })
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
