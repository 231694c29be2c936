import Geodesy
import GeoJSONText

extension ReportReading {
    /// The place whose area a report names; `nil` where it names none that is known, which notes tell.
    ///
    /// Of several places of a name only those count that hold the reported position: a village may be called
    /// like the region of another.
    func place(
        of area: AreaFields, holding position: Coordinate, _ form: some RecordForm,
        _ bytes: UnsafeRawBufferPointer, _ notes: inout [String]
    ) -> Gazetteer.Place? {
        var code = ""
        if let index = area.code.map({ fields.extrasIndex + $0 }) {
            let value = form.value(index, bytes)
            guard let text = value.code, area.member(text) != nil else {
                notes.append(
                    "'\(form.name(index))' is \(value.words), expected one of \(area.expected); "
                        + Self.anywhere)
                return nil
            }
            code = text
        }
        guard let gazetteer = fields.places, let member = area.member(code) else { return nil }
        let index = fields.extrasIndex + member
        let name = form.name(index)
        guard case .text(let text) = form.value(index, bytes) else {
            notes.append(
                "'\(name)' is \(form.value(index, bytes).words), expected the name of a place; "
                    + Self.anywhere)
            return nil
        }
        let shown = "'\(name)' is '\(String(shown: text, limit: 80))'"
        let places = gazetteer.places(named: text)
        let holding = places.filter { $0.disc.contains(position) }
        guard let place = holding.first, holding.count == 1 else {
            notes.append(
                "\(shown), \(Self.reason(places, holding, gazetteer, text)); \(Self.anywhere)")
            return nil
        }
        notes.append("\(shown), so that it may be anywhere \(place.words)")
        return place
    }

    private static let anywhere = "it may be anywhere"

    /// Why a name tells of no area.
    private static func reason(
        _ places: [Gazetteer.Place], _ holding: [Gazetteer.Place], _ gazetteer: Gazetteer,
        _ name: String
    ) -> String {
        if places.isEmpty { return "no place of the gazetteer" + gazetteer.hint(for: name) }
        let records = (holding.isEmpty ? places : holding).prefix(5).map { $0.record.grouped }
        let list = records.joined(separator: " and ")
        if holding.count > 1 {
            return "\(holding.count) places of the gazetteer, its records \(list)"
        }
        return places.allSatisfy { $0.disc.radius.metres.isNaN }
            ? "of which the gazetteer gives no radius in record \(list)"
            : "of which the gazetteer's record \(list) does not hold the position"
    }
}
