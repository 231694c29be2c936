package import Geodesy

/// The reference system in which the positions of a text are written, where somebody says that it is not
/// WGS 84, and the way from there.
package struct ForeignPositions {
    /// Why two numbers are no place.
    package struct Fault: Error {
        /// What was found and what is wrong with it.
        package let sentence: String

        package init(sentence: String) { self.sentence = sentence }
    }

    /// What the system is called in a sentence.
    let label: String
    /// Its code with the authority, such as `EPSG:28407`; `nil` where it has none.
    let code: String?
    /// Whether it is WGS 84 in degrees.
    let isWGS84: Bool
    /// The place on WGS 84 of a longitude or easting, and a latitude or northing.
    let place: (Double, Double) throws(Fault) -> Coordinate

    package init(
        label: String, code: String?, isWGS84: Bool,
        place: @escaping (Double, Double) throws(Fault) -> Coordinate
    ) {
        (self.label, self.code, self.isWGS84, self.place) = (label, code, isWGS84, place)
    }
}
