import Agreements

/// What is noticed of records while they are counted.
struct TableNotes {
    /// How many records have something, and where the first of them is.
    struct Noticed {
        var count = 0
        /// The first one's place, with a reason where there is one.
        var first = ""

        mutating func add(_ place: @autoclosure () -> String) {
            if count == 0 { first = place() }
            count += 1
        }
    }

    /// Records that count in several rows.
    var ofSeveralRows = 0
    /// Without a time, with one that cannot be read, and with one that is of several days or hours.
    var withoutTime = Noticed()
    var withoutReadableTime = Noticed()
    var ofSeveralTimes = Noticed()
    /// What was not known of the file, so that times could not be read.
    var wants: [TimeWant: Int] = [:]
    /// Records with zones in which they are not certainly or not as a whole.
    var openZones = 0
    var withoutID = Noticed()
    /// Records that cannot be read.
    var unreadable = Noticed()
    /// With a value that is none, such as an array for a category.
    var unusable = Noticed()
    /// Without a finding or a reason why there is none.
    var withoutFinding = Noticed()
    /// The record within which a file is cut off.
    var cutOff: String?
    /// Which of the members that keys ask for were there in any record.
    var present: Set<TableKey> = []
}
