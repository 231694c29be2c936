import Geodesy

/// A way from the datum of a reference system to WGS 84.
package struct DatumOperation: Hashable, Sendable {
    /// Its name, such as `Pulkovo 1942 to WGS 84 (20)`, without the conversion from a grid.
    package let name: String
    /// Its code with the authority, such as `EPSG:5044`; `nil` where it has none.
    package let code: String?
    /// How far off its results may be, as its register says; `nil` where that is not known.
    package let accuracy: Distance?
    /// Where it holds; `nil` where nobody says.
    package let area: Area?
    /// The grids that it needs and that are not installed.
    package let missingGrids: [String]
    /// Whether it takes the numbers of one datum for those of the other.
    package let isBallpark: Bool
    /// Whether PROJ can compute it here.
    package let isInstantiable: Bool

    /// The area where an operation holds: a box in degrees on WGS 84, and its name.
    package struct Area: Hashable, Sendable {
        package let west: Double
        package let south: Double
        /// The eastern border, which is less than the western where the box spans the antimeridian.
        package let east: Double
        package let north: Double
        package let name: String

        /// Whether a position lies in the box; its borders belong to it.
        package func contains(_ position: Coordinate) -> Bool {
            guard position.latitude >= south, position.latitude <= north else { return false }
            let longitude = position.longitude
            return west <= east
                ? longitude >= west && longitude <= east
                : longitude >= west || longitude <= east
        }
    }

    /// Why it cannot be used unless somebody names an accuracy or the operation; `nil` where it can be.
    package var obstacle: String? {
        if !missingGrids.isEmpty {
            return "the grid \(missingGrids.joined(separator: ", ")) is not installed"
        }
        if !isInstantiable { return "PROJ cannot compute it" }
        if isBallpark { return "ballpark: it ignores the datum" }
        return accuracy == nil ? "its accuracy is not known" : nil
    }

    /// Whether it holds where a position lies; true where nobody says where it holds.
    package func holds(at position: Coordinate) -> Bool { area?.contains(position) ?? true }

    /// What is said of it in a sentence.
    package var label: String { name + (code.map { " (\($0))" } ?? "") }

    /// It with its accuracy, in words.
    package var summary: String {
        label + ", " + (accuracy.map { "\(Self.words($0))" } ?? "accuracy not known")
    }

    /// A length in whole metres or as many decimals as it has.
    package static func words(_ length: Distance) -> String {
        let metres = length.metres
        guard let whole = Int(exactly: metres) else { return "\(metres) m" }
        return "\(whole) m"
    }
}
