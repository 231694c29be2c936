import Geodesy

extension ReportReading {
    /// The region of all that may be meant by direction and distance from a place; `nil` where that may be
    /// anything, which notes tell.
    func region(
        of sector: SectorFields, from place: Disc, _ form: some RecordForm,
        _ bytes: UnsafeRawBufferPointer, _ notes: inout [String]
    ) -> SeenRegion? {
        let found = sector.members.map { fields.extrasIndex + $0 }
            .map { "'\(form.name($0))' is \(form.value($0, bytes).words)" }
            .joined(separator: " and ")
        let texts = sector.texts(fields) { form.value($0, bytes) }
        switch SectorText(texts, unit: sector.unit, fields.decimalSign) {
        case .unknown:
            notes.append("\(found), which says no distance; it may be anywhere")
            return nil
        case .unreadable:
            notes.append(
                "\(found), expected a distance and a direction such as 6 km NW or 7-10km NNE, or N/K; it may be "
                    + "anywhere")
            return nil
        case .sector(let sector):
            guard let region = sector.region(from: place) else {
                notes.append(
                    found
                        + (place.radius.metres.isNaN
                            ? ", from a place whose extent is not known"
                            : ", which is farther than \(Int(CompassSector.most.metres / 1000)) km")
                        + "; it may be anywhere")
                return nil
            }
            notes.append("\(found), so that it may be anywhere \(region.disc.words)")
            return region
        }
    }
}
