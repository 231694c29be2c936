import Geodesy

/// What positions that cannot be used look like, for a sentence about a whole file.
package enum RefusalCause: CaseIterable, Hashable, Sendable {
    case metres, degreesMinutes, decimalCommas, noGeometry, other

    /// By the texts that stand where longitude and latitude are, and the numbers they are.
    init(longitude: String, latitude: String, _ position: Coordinate) {
        let texts = [longitude, latitude]
        if texts.contains(where: Self.hasDegreeSigns) {
            self = .degreesMinutes
        } else if texts.contains(where: Self.hasDecimalComma) {
            self = .decimalCommas
        } else if position.longitude.isFinite, position.latitude.isFinite,
            max(position.longitude.magnitude, position.latitude.magnitude) > 360
        {
            self = Self.isMarine(position) ? .degreesMinutes : .metres
        } else {
            self = .other
        }
    }

    /// Whether a text has a sign of degrees, minutes or a hemisphere beside digits.
    private static func hasDegreeSigns(_ text: String) -> Bool {
        let isSigned = text.contains { "°º'’′\"”″NSEWnsewСЮВЗ".contains($0) }
        return isSigned && text.contains(where: \.isNumber)
            && !text.contains { $0.isLetter && !"NSEWnsewСЮВЗ".contains($0) }
            && Double(text) == nil
    }

    private static func hasDecimalComma(_ text: String) -> Bool {
        let parts = text.filter { $0 != " " }.split(
            separator: ",", omittingEmptySubsequences: false)
        let whole = parts.first?.first == "-" ? parts[0].dropFirst() : parts.first ?? ""
        return parts.count == 2 && !whole.isEmpty && !parts[1].isEmpty
            && whole.allSatisfy(\.isNumber) && parts[1].allSatisfy(\.isNumber)
    }

    /// Whether both numbers may be degrees and minutes in one, such as 4709.678, which receivers write.
    private static func isMarine(_ position: Coordinate) -> Bool {
        let (x, y) = (position.longitude.magnitude, position.latitude.magnitude)
        return x <= 18_000 && y <= 9_000
            && x.truncatingRemainder(dividingBy: 100) < 60
            && y.truncatingRemainder(dividingBy: 100) < 60
    }

    /// What to do when all records of a run are of this kind; `nil` where nothing can be said.
    package var advice: String? {
        switch self {
        case .metres:
            "the numbers look like metres of a grid such as UTM, expected longitude and latitude in "
                + "degrees; convert the file first, for example with ogr2ogr -s_srs EPSG:32636 "
                + "-t_srs EPSG:4326 for UTM zone 36 north"
        case .degreesMinutes:
            "the positions look like degrees and minutes, expected decimal degrees such as 48.4543; "
                + "convert them first"
        case .decimalCommas:
            "the numbers have decimal commas, expected decimal points such as 47.52; convert them "
                + "first"
        case .noGeometry: "no record has a Point for its geometry"
        case .other: nil
        }
    }
}
