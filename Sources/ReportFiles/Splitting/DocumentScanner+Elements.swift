import GeoJSONText

extension DocumentScanner {
    /// Finds the brackets of what is at hand of the array of features; says whether it has.
    ///
    /// An element that has begun is looked at again from its first byte, where `i` then is.
    mutating func index(
        _ bytes: UnsafeRawBufferPointer, _ i: inout Int, _ tokens: JSONParser
    ) -> Bool {
        tokens.forgetIndex()
        var start = i
        switch phase {
        case .elementOrEnd, .element, .elementCommaOrEnd: break
        case .inElement where !isSkipping: start = valueStart - offset
        default: return false
        }
        // What has been passed over before must not be done again for a few bytes more.
        guard bytes.count - start >= quickFrom, i - start <= bytes.count - i else { return false }
        // Tokens are found in whole strings only; behind a bracket there is hardly ever one open.
        let end = bytes.lastIndex { $0 == UInt8(ascii: "}") }
        guard let end, end > start, tokens.index(bytes[part: start..<end + 1], base: start) else {
            return false
        }
        i = start
        if phase == .inElement {
            passer = ValuePasser()
            phase = .element
        }
        return true
    }

    /// Hands out all whole features that the index knows of, from `i` on.
    mutating func takeElements(
        _ bytes: UnsafeRawBufferPointer, _ i: inout Int, _ tokens: JSONParser,
        into pieces: inout [Piece]
    ) {
        switch phase {
        case .elementOrEnd, .element, .elementCommaOrEnd: break
        default: return
        }
        var needsComma = phase == .elementCommaOrEnd
        while true {
            let start = i
            let found = tokens.elements(bytes, from: &i, needsComma: &needsComma)
            for range in found { handOutRecord(range, into: &pieces) }
            if i > start { phase = needsComma ? .elementCommaOrEnd : .element }
            if found.isEmpty { return }
        }
    }
}
