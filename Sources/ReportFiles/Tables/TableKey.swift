/// By what findings are put into the rows of a table.
package enum TableKey: String, CaseIterable, Hashable, Sendable {
    /// The zones in which a report certainly is.
    case zone
    /// The rules that say something of it.
    case rule
    /// The party that it names.
    case party
    /// Its category.
    case category
    /// The party on whose side of the nearest line it is.
    case side
    /// The day of its time on a clock.
    case day
    /// The week of that day by ISO 8601.
    case week
    /// The hour of its time on a clock, 00 to 23.
    case hour
    /// What kind of report it is, such as an incident or a complaint.
    case `class`
    /// Its finding.
    case finding

    /// Whether it is told by the report's time.
    var isOfTime: Bool { self == .day || self == .week || self == .hour }
}
