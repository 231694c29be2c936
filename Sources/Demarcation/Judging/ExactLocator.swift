import Geodesy
import ZoneIndexing

/// Finds where reports lie by the definitions alone.
struct ExactLocator {
    private let agreement: CompiledAgreement
    private var labels: [[Membership]: UInt32] = [:]
    private var rows: [[Membership]] = []

    init(_ agreement: CompiledAgreement) { self.agreement = agreement }

    mutating func locate(_ columns: ReportColumns, withPlaces: Bool) -> ReportLocator.Places {
        var places = ReportLocator.Places(labels: [])
        places.labels.reserveCapacity(columns.count)
        if withPlaces { places.found.reserveCapacity(columns.count) }
        for (position, uncertainty) in zip(columns.positions, columns.uncertainties) {
            let found = agreement.findings(of: Report(position: position, uncertainty: uncertainty))
            places.labels.append(label(of: found.memberships))
            if withPlaces { places.found.append(found.place) }
        }
        return places
    }

    func memberships(ofLabel label: UInt32) -> [Membership] { rows[Int(label)] }

    private mutating func label(of row: [Membership]) -> UInt32 {
        if let label = labels[row] { return label }
        labels[row] = UInt32(rows.count)
        rows.append(row)
        return UInt32(rows.count - 1)
    }
}
