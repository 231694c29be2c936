/// What was changed in a record so that the output can hold it, in the words of `dmz_note`.
enum Alteration: String, CaseIterable, Sendable {
    case notNumbers = "altered: NaN or Infinity is written as null"
    case notUTF8 = "altered: bytes that are not UTF-8 are written as U+FFFD"
    case noType = "altered: the member 'type' was missing and is written"
    case bareGeometry = "altered: a geometry alone is written as a Feature"
    case emptyArray = "altered: 'properties' was an empty array and is written as an object"
    case noObject =
        "altered: 'properties' was no object; what it was is written as its member 'properties'"
    case bareReturn = "altered: a field with a carriage return is written in quotes"

    /// Those that an earlier note tells of, which cannot be seen any more in what was written then.
    ///
    /// They stand first in it: behind them it quotes values, which may hold any words.
    static func told(in note: String) -> [Alteration] {
        var told: [Alteration] = []
        var rest = note[...]
        while let next = allCases.first(where: { rest.hasPrefix($0.rawValue) }) {
            told.append(next)
            rest = rest.dropFirst(next.rawValue.count)
            guard rest.hasPrefix("; ") else { break }
            rest = rest.dropFirst(2)
        }
        return told
    }
}

/// A record in other bytes, which the output can hold.
struct MendedRecord {
    var bytes: [UInt8]
    var alterations: [Alteration]
    /// Where in the bytes `null` stands for a number that JSON has not.
    var nulls: Set<Int> = []
}
