/// Where a record stands, for messages.
struct RecordPlace {
    let file: String
    let number: Int
    let byte: Int

    /// The place with what is said of it.
    func words(_ rest: String = "") -> String {
        "\(file): record \(number.grouped) at byte \(byte.grouped)"
            + (rest.isEmpty ? "" : ": " + rest)
    }
}
