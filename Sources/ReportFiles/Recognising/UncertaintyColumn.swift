/// The column of a table that holds the accuracy of positions in metres, where none has the usual name.
package struct UncertaintyColumn: Hashable, Sendable {
    /// Its number.
    let column: Int
    /// Its name.
    package let name: String
    /// By what its numbers are multiplied to be bounds.
    package let scale: Double

    /// The column by its name, or by the word that the columns of the position begin with.
    init?(_ names: [String], position: PositionColumns) {
        let plain = names.map(PositionColumns.plain)
        // Beside the number of a ship it is the flag of AIS.
        if plain.contains("mmsi") { return nil }
        var known = Self.bounds
        if case .pair(let longitude, _) = position {
            for word in ["longitude", "lon", "lng", "long", "x"] {
                guard plain[longitude].hasSuffix(word) else { continue }
                let prefix = plain[longitude].dropLast(word.count)
                if !prefix.isEmpty { known += ["precision", "accuracy"].map { prefix + $0 } }
            }
        }
        if let column = known.lazy.compactMap({ plain.firstIndex(of: $0) }).first {
            (self.column, name, scale) = (column, names[column], 1)
        } else if let column = plain.firstIndex(where: Self.levels.contains) {
            (self.column, name, scale) = (column, names[column], Self.scaleOfCE90)
        } else {
            return nil
        }
    }

    private static let bounds = [
        "uncertainty", "uncertaintym", "uncertaintymetres", "uncertaintymeters", "accuracy",
        "accuracym", "accuracymetres", "accuracymeters", "horizontalaccuracy",
        "horizontalaccuracym", "gpsaccuracy", "gpsaccuracym", "hacc", "precision", "precisionm",
        "точность", "точність",
    ]
    private static let levels: Set<String> = ["ce90", "ce90m"]

    /// Of a circular normal distribution twice the radius of 90 % holds 99.99 %: exp(-r²/2s²) is 0.1 at one
    /// and 0.1⁴ at the other.
    private static let scaleOfCE90 = 2.0
}
