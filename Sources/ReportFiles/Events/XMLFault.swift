/// Why bytes are no XML that is read.
struct XMLFault: Error {
    /// What was found and what was expected.
    let sentence: String
    /// Whether the bytes end before their element does.
    var isCutOff = false
}
