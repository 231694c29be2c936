import Geodesy

extension ReportReading {
    /// The disc of all that may be meant by direction and distance from a place; `nil` where that may be anything,
    /// which notes tell.
    func disc(
        of sector: SectorFields, from place: Disc, _ form: some RecordForm,
        _ bytes: UnsafeRawBufferPointer, _ notes: inout [String]
    ) -> Disc? {
        var texts: [String] = []
        var shown: [String] = []
        for index in sector.members.map({ fields.extrasIndex + $0 }) {
            let value = form.value(index, bytes)
            shown.append("'\(form.name(index))' is \(value.words)")
            // What is no text says nothing that could be read.
            switch value {
            case .absent: texts.append("")
            case .text(let text): texts.append(text)
            case .unusable(let words): texts.append(words)
            }
        }
        let found = shown.joined(separator: " and ")
        switch SectorText(texts, unit: sector.unit) {
        case .unknown:
            notes.append("\(found), which says no distance; it may be anywhere")
            return nil
        case .unreadable:
            notes.append(
                "\(found), expected a distance and a direction such as 6 km NW or 7-10km NNE, or N/K; it may be "
                    + "anywhere")
            return nil
        case .sector(let sector):
            guard let disc = sector.disc(from: place) else {
                notes.append(
                    found
                        + (place.radius.metres.isNaN
                            ? ", from a place whose extent is not known"
                            : ", which is farther than \(Int(CompassSector.most.metres / 1000)) km")
                        + "; it may be anywhere")
                return nil
            }
            notes.append("\(found), so that it may be anywhere \(disc.words)")
            return disc
        }
    }
}
