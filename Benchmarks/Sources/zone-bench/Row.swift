import Foundation

/// One line of a table: what was timed, and what came out.
struct Row: Encodable {
    /// What was timed.
    var name: String
    /// How it was done, or the size of the thing.
    var form: String
    /// The software and its version.
    var version = "this checkout"
    /// Positions a second, best run.
    var uniform: Double?
    var near: Double?
    /// Positions a second, median run.
    var uniformMedian: Double?
    var nearMedian: Double?
    /// How many positions of each set were taken.
    var count: Int?
    /// Wrong verdicts on the positions within so many metres of a limit.
    var wrong: [String: Int]?
    /// How many positions those sets have, each.
    var of: Int?
    /// Seconds to build the index.
    var build: Double?
    /// The index's size in bytes.
    var bytes: Int?
    /// Nanoseconds for one position.
    var nanoseconds: Double?

    init(_ name: String, _ form: String) { (self.name, self.form) = (name, form) }

    /// Prints the row as one line of JSON.
    func show() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(self), as: UTF8.self))
        fflush(nil)
    }
}
