import Notations

/// The columns of a table that hold the parts of a position in UTM.
struct GridColumns: Hashable, Sendable {
    let zone: Int
    /// The letter of the band, where it stands apart from the zone.
    let band: Int?
    let easting: Int
    let northing: Int

    /// The columns by their names, without what people put around them.
    init?(plain: [String]) {
        func column(_ names: [String]) -> Int? {
            names.lazy.compactMap { plain.firstIndex(of: $0) }.first
        }
        guard let zone = column(Self.zones), let easting = column(Self.eastings),
            let northing = column(Self.northings)
        else { return nil }
        (self.zone, self.easting, self.northing) = (zone, easting, northing)
        band = column(Self.bands)
    }

    /// Their numbers.
    var columns: [Int] { [zone, band, easting, northing].compactMap { $0 } }

    /// The numbers of those that hold metres.
    var metres: [Int] { [easting, northing] }

    /// The position as one text; a hemisphere is a word in it, since N and S are bands too.
    func text(_ hemisphere: Hemisphere?, _ value: (Int) -> String) -> String {
        let zone = value(zone).trimmingSpaces + (band.map { value($0).trimmingSpaces } ?? "")
        let side = hemisphere.map { $0.isNegative ? "south" : "north" } ?? ""
        return [zone, side, value(easting), value(northing)]
            .map(\.trimmingSpaces).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static let zones = [
        "utmzone", "gridzone", "zone", "utmzonenumber", "zonenumber", "zoneutm", "fuseau", "huso",
    ]
    private static let eastings = [
        "utmeasting", "easting", "eastings", "utme", "utmx", "utmeast", "east", "eastingm",
    ]
    private static let northings = [
        "utmnorthing", "northing", "northings", "utmn", "utmy", "utmnorth", "north", "northingm",
    ]
    private static let bands = [
        "utmband", "band", "zoneletter", "utmzoneletter", "utmletter", "latitudeband",
    ]
}
