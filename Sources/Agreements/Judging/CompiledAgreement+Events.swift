import Zones

extension CompiledAgreement {
    /// Whether some of a report is in zones of the model, for a rule: the report itself, or the places of an event
    /// for which the rule asks, in any of which it may be contradicted.
    ///
    /// - Parameter answer: how the report itself lies to all zones of the model.
    func touches(
        _ report: Report, _ answer: FootprintAnswer, underRule number: Int
    ) -> (Int) -> Answer {
        let places = agreement.rules[number].places
        guard !places.isEmpty else { return { answer.touches($0) } }
        let answers: [FootprintAnswer?] = places.map { place in
            switch place {
            case .origin: report.origin.map { self.answer(of: $0) }
            case .effect: report.effect.map { self.answer(of: $0) } ?? answer
            }
        }
        // Of a place that is not told it may be in any zone.
        return { zone in
            answers.reduce(Answer.no) { $0 || ($1?.touches(zone) ?? .undeterminable) }
        }
    }

    private func answer(of place: EventPosition) -> FootprintAnswer {
        answer(
            of: Report(
                position: place.position, uncertainty: place.uncertainty,
                footprint: place.footprint))
    }
}
