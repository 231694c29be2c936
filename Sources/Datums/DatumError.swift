import Geodesy

/// Why a reference system, an operation or a position in a system cannot be used.
package struct DatumError: Error, Hashable, Sendable {
    /// The kind of fault.
    package enum Code: String, Hashable, Sendable {
        /// The text names no reference system that PROJ knows.
        case unknownSystem
        /// The system has no longitude and latitude, nor an easting and a northing.
        case unusableSystem
        /// PROJ cannot work: its database is not found.
        case library
        /// The operation that was asked for is none of the system's, or cannot be used.
        case unusableOperation
        /// No operation can be used where the position lies.
        case noOperation
        /// The numbers are no position in the system.
        case notAPosition
        /// The easting begins with the number of another zone, or with none.
        case otherZone
    }

    /// The kind of fault.
    package let code: Code
    /// What was found, what was expected, what to do.
    package let sentence: String

    init(_ code: Code, _ sentence: String) { (self.code, self.sentence) = (code, sentence) }
}

extension DatumError: CustomStringConvertible {
    /// The sentence for a person.
    package var description: String { sentence }
}
