/// The numbers of one angle.
struct DegreeGroup {
    let text: ByteText
    let items: DegreeItems
    let first: Int
    let end: Int

    var count: Int { end - first }
    var head: DegreeItem { items.list[first] }
    var tail: DegreeItem { items.list[end - 1] }
    func item(_ index: Int) -> DegreeItem { items.list[first + index] }

    /// The letter in front or behind.
    var letter: DegreeItem.Letter? { head.letterBefore ?? tail.letterAfter }

    /// Whether the angle is a latitude, as its letter or `lat` and `lon` say; `nil` if nothing
    /// does.
    var saysLatitude: Bool? {
        switch letter {
        case .hemisphere(let hemisphere): hemisphere.isOfLatitude
        case .eastOrWest: false
        case nil: head.nounBefore ?? tail.nounAfter
        }
    }

    /// A number alone, with nothing beside it but a sign.
    var isBare: Bool { count == 1 && head.mark == .none && saysLatitude == nil && !head.isJoined }

    /// Whether the angle ends with an S that marks seconds, and has no hemisphere.
    var hasOpenS: Bool {
        letter == nil && tail.mark == .seconds && tail.markLetter | 0x20 == 0x73
    }

    /// The text of the angle with marks, without letter.
    var written: String {
        let sign = head.sign < 0 ? "-" : ""
        let marks = count == 1 && isBare ? [""] : ["°", "'", "\""]
        return (0..<count).reduce(into: sign) { written, index in
            let number = item(index).number
            written += text.part(number.start, number.end).string + marks[index]
        }
    }
}
