public import Foundation

// What Foundation shows of an error (`localizedDescription`) is its sentence. Here and not beside the
// errors, as Foundation stays out of the modules below.

extension AgreementError: LocalizedError {
    /// The sentence for a person.
    public var errorDescription: String? { description }
}

extension AgreementFileError: LocalizedError {
    /// The sentence for a person.
    public var errorDescription: String? { description }
}

extension AgreementFileErrors: LocalizedError {
    /// The sentences for a person, one for each fault.
    public var errorDescription: String? { description }
}

extension AttributeCondition.ParsingError: LocalizedError {
    /// The sentence for a person.
    public var errorDescription: String? { description }
}

extension DailyHours.ParsingError: LocalizedError {
    /// The sentence for a person.
    public var errorDescription: String? { description }
}

extension Distance.ParsingError: LocalizedError {
    /// The sentence for a person.
    public var errorDescription: String? { description }
}

extension DrawingError: LocalizedError {
    /// The sentence for a person.
    public var errorDescription: String? { description }
}

extension GeoJSONError: LocalizedError {
    /// The sentence for a person.
    public var errorDescription: String? { description }
}

extension Instant.ParsingError: LocalizedError {
    /// The sentence for a person.
    public var errorDescription: String? { description }
}

extension LineGeometryError: LocalizedError {
    /// The sentence for a person.
    public var errorDescription: String? { description }
}

extension NotationError: LocalizedError {
    /// The sentence for a person.
    public var errorDescription: String? { description }
}

extension PolygonGeometryError: LocalizedError {
    /// The sentence for a person.
    public var errorDescription: String? { description }
}

extension ReportFileError: LocalizedError {
    /// The sentence for a person.
    public var errorDescription: String? { description }
}

extension ZeroDay.ParsingError: LocalizedError {
    /// The sentence for a person.
    public var errorDescription: String? { description }
}

extension ZonePlanError: LocalizedError {
    /// The sentence for a person.
    public var errorDescription: String? { description }
}
