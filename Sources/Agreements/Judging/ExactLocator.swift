import Geodesy
import ZoneIndexing
import Zones

/// Finds where reports lie by the definitions alone.
struct ExactLocator {
    private let agreement: CompiledAgreement
    private var labels: [[Answer]: UInt32] = [:]
    private var rows: [[Answer]] = []

    init(_ agreement: CompiledAgreement) { self.agreement = agreement }

    mutating func locate(
        _ columns: ReportColumns, withPlaces: Bool, withSides: Bool
    ) -> ReportLocator.Places {
        var places = ReportLocator.Places(labels: [])
        places.labels.reserveCapacity(columns.count)
        if withPlaces { places.found.reserveCapacity(columns.count) }
        for (position, uncertainty) in zip(columns.positions, columns.uncertainties) {
            places.labels.append(label(of: agreement.allMemberships(of: position, uncertainty)))
            if withPlaces {
                places.found.append(
                    agreement.nearest(
                        to: position, within: uncertainty, tellingCertainty: withSides))
            }
        }
        return places
    }

    func memberships(ofLabel label: UInt32) -> [Answer] { rows[Int(label)] }

    private mutating func label(of row: [Answer]) -> UInt32 {
        if let label = labels[row] { return label }
        labels[row] = UInt32(rows.count)
        rows.append(row)
        return UInt32(rows.count - 1)
    }
}
