/// A member that says how exactly a time is known: the days in a row among which the named one is.
package struct TimePrecision: Hashable, Sendable {
    /// The place of the member among `FieldNames.extras`.
    let member: Int
    /// How many days by its values; 0 where nothing is known of the time.
    private let days: [String: Int]

    /// What the values of a member say.
    package init(member: Int, days: [(code: String, days: Int)]) {
        self.member = member
        self.days = Dictionary(
            days.map { (ValueCode.folded($0.code), $0.days) }, uniquingKeysWith: { $1 })
    }

    /// The days that a value says; `nil` where it says none.
    func days(_ text: String) -> Int? { days[ValueCode.folded(text)] }

    /// The values that say something, in words.
    var expected: String { days.keys.sorted().map { "'\($0)'" }.joined(separator: ", ") }
}
