import Agreements
import Geodesy
import ReportFiles

/// What is to be said of checked reports: what they seem to mean, and what would judge more of them.
enum CheckHints {
    /// A line for each.
    static func lines(
        _ tally: Tally, _ compiled: CompiledAgreement, _ fields: FieldNames, near extent: Extent?
    ) -> [String] {
        var lines: [String] = []
        if fields.area != nil, fields.places == nil {
            lines.append(
                "dmz: the profile's areas are not known, so that all zones are undeterminable; --gazetteer "
                    + "FILE names places with their radii or outlines")
        }
        if compiled.positionModel == nil, tally.withLevel > 0 {
            let count = tally.withLevel
            lines.append(
                "dmz: \(count.grouped) \(count == 1 ? "report states" : "reports state") an uncertainty at a level "
                    + "below 100 %, which says nothing for certain, so that all zones are undeterminable; "
                    + "--model normal or uniform names how positions spread")
        }
        lines += GridHints.lines(tally, near: extent).map { "dmz: " + $0 }
        return lines + UnknownParties.hints(tally, compiled.agreement)
    }
}
