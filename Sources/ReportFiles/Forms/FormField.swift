/// A column of a report form.
package struct FormField: Hashable, Sendable {
    /// The name by which it is read.
    package let name: String
    /// What a person is asked.
    package let label: String
    /// How it is filled in.
    package let hint: String
    /// What may stand in it.
    package let kind: Kind
    /// Whether a report without it leaves something open that the agreement asks.
    package let isNeeded: Bool

    /// What may stand in a column.
    package enum Kind: Hashable, Sendable {
        /// Any words.
        case text
        /// One of some words, each with what it is for a person.
        case words([Word])
        /// A whole number, 0 or more.
        case count
        /// A number.
        case number
        /// Degrees, up to so many either way.
        case degrees(Double)
        /// A moment.
        case time
    }

    /// A word that may stand in a column.
    package struct Word: Hashable, Sendable {
        /// As it is written.
        package let name: String
        /// For a person.
        package let label: String
    }
}
