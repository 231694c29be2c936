import Geodesy
import ZoneIndexing
import Zones

/// Finds where reports lie by the definitions alone.
struct ExactLocator {
    private let agreement: CompiledAgreement
    private var labels: [FootprintAnswer: UInt32] = [:]
    private var answers: [FootprintAnswer] = []

    init(_ agreement: CompiledAgreement) { self.agreement = agreement }

    mutating func locate(
        _ columns: ReportColumns, withPlaces: Bool, withSides: Bool
    ) -> ReportLocator.Places {
        var places = ReportLocator.Places(labels: [])
        places.labels.reserveCapacity(columns.count)
        if withPlaces { places.found.reserveCapacity(columns.count) }
        for row in columns.positions.indices {
            let report = Report(
                position: columns.positions[row], uncertainty: columns.uncertainties[row],
                footprint: columns.footprints[row])
            places.labels.append(label(of: agreement.answer(of: report)))
            if withPlaces {
                places.found.append(
                    agreement.nearest(to: report, tellingCertainty: withSides))
            }
        }
        return places
    }

    func answer(ofLabel label: UInt32) -> FootprintAnswer { answers[Int(label)] }

    private mutating func label(of answer: FootprintAnswer) -> UInt32 {
        if let label = labels[answer] { return label }
        labels[answer] = UInt32(answers.count)
        answers.append(answer)
        return UInt32(answers.count - 1)
    }
}
