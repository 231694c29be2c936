/// What is noticed of records of findings while they are read.
package struct FindingNotes: Sendable {
    /// How many records were read.
    package internal(set) var read = 0
    /// How many of them cannot be read, and the first one's place with the reason.
    package internal(set) var unreadable = 0
    package internal(set) var firstUnreadable: String?
    /// The record within which a file is cut off.
    package internal(set) var cutOff: String?
    /// How many have a finding, or the reason why there is none.
    var found = 0

    /// Takes the notes of the next block.
    mutating func add(_ next: FindingNotes) {
        read += next.read
        unreadable += next.unreadable
        firstUnreadable = firstUnreadable ?? next.firstUnreadable
        cutOff = next.cutOff ?? cutOff
        found += next.found
    }
}
