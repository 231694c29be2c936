import GeoJSONText

/// Reads one element of XML 1.0, construct by construct, and refuses what is not well-formed.
///
/// There are no document types, so that there are no entities but the five of XML and characters by number, and
/// nothing outside of the bytes is looked at. Prefixes are parts of names. Elements may lie in each other to any
/// depth: what is open is held in a list.
struct XMLReader {
    /// An attribute of a tag, by the places of its name and of its value between the quotes.
    struct Attribute {
        let name: Range<Int>
        let value: Range<Int>
    }

    enum Construct {
        case start(name: Range<Int>, attributes: [Attribute])
        case end
        case text
        /// A comment or an instruction.
        case other
    }

    /// The bytes, which are UTF-8.
    let bytes: UnsafeRawBufferPointer
    /// The place of the next byte, and of the first byte of the construct that was read last.
    private(set) var i = 0
    private(set) var start = 0
    /// The names of the elements that are open.
    private var open: [Range<Int>] = []
    /// Whether the tag that was read last closes itself, so that its end comes next.
    private var isClosing = false
    private var hasBegun = false

    /// How many elements are open.
    var depth: Int { open.count }

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The next construct; `nil` behind the element.
    ///
    /// The end of a tag that closes itself is a construct of no bytes.
    mutating func next() throws(XMLFault) -> Construct? {
        start = i
        if isClosing {
            isClosing = false
            open.removeLast()
            return .end
        }
        if hasBegun, open.isEmpty {
            if i < bytes.count { throw fault(i, "expected nothing behind the element") }
            return nil
        }
        guard i < bytes.count else { throw cutOff() }
        guard bytes[i] == UInt8(ascii: "<") else {
            if open.isEmpty { throw fault(i, "expected a tag <event …>") }
            try readText()
            return .text
        }
        switch byte(i + 1) {
        case UInt8(ascii: "/"): return try readEndTag()
        case UInt8(ascii: "?"): return try readInstruction()
        case UInt8(ascii: "!"): return try readMarked()
        default: return try readStartTag()
        }
    }

    /// The text that a name is.
    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[part: range], as: UTF8.self)
    }

    /// The text that an attribute's value stands for: white space is spaces, unless it came by number.
    func value(_ attribute: Attribute) -> String {
        let range = attribute.value
        guard bytes[range].contains(where: { $0 == UInt8(ascii: "&") || $0 < 0x20 }) else {
            return text(range)
        }
        var value: [UInt8] = []
        var k = range.lowerBound
        while k < range.upperBound {
            switch bytes[k] {
            case UInt8(ascii: "&"):
                // It has been read before.
                guard let found = try? reference(k) else { return text(range) }
                value += Array(String(Character(found.scalar)).utf8)
                k = found.end
                continue
            case 0x0D where byte(k + 1) == 0x0A: break
            case 0x09, 0x0A, 0x0D: value.append(0x20)
            default: value.append(bytes[k])
            }
            k += 1
        }
        return String(decoding: value, as: UTF8.self)
    }
}

// MARK: - Constructs

extension XMLReader {
    private mutating func readText() throws(XMLFault) {
        while i < bytes.count, bytes[i] != UInt8(ascii: "<") {
            if bytes[i] == UInt8(ascii: "&") {
                i = try reference(i).end
            } else if bytes[i] == UInt8(ascii: "]"), byte(i + 1) == UInt8(ascii: "]"),
                byte(i + 2) == UInt8(ascii: ">")
            {
                throw fault(i, "expected text without ]]>")
            } else {
                try passCharacter()
            }
        }
    }

    private mutating func readEndTag() throws(XMLFault) -> Construct {
        i += 2
        let name = try readName()
        skipSpace()
        guard i < bytes.count else { throw cutOff() }
        guard bytes[i] == UInt8(ascii: ">") else { throw fault(i, "expected '>'") }
        guard let last = open.last else { throw fault(start, "expected a tag <event …>") }
        guard bytes[name].elementsEqual(bytes[last]) else {
            throw fault(start, "expected </\(shown(last))>")
        }
        i += 1
        open.removeLast()
        return .end
    }

    private mutating func readInstruction() throws(XMLFault) -> Construct {
        i += 2
        let name = try readName()
        guard text(name).lowercased() != "xml" else {
            throw fault(start, "expected no XML declaration within an element")
        }
        if i < bytes.count, !bytes[i].isJSONSpace, bytes[i] != UInt8(ascii: "?") {
            throw fault(i, "expected white space or '?>'")
        }
        try pass(to: "?>")
        return .other
    }

    /// A comment, text that is marked, or what is refused.
    private mutating func readMarked() throws(XMLFault) -> Construct {
        if matches("<!--") {
            i += 4
            try pass(to: "--")
            guard i < bytes.count else { throw cutOff() }
            guard bytes[i] == UInt8(ascii: ">") else {
                throw fault(i - 2, "expected a comment without --")
            }
            i += 1
            return .other
        }
        if matches("<![CDATA["), !open.isEmpty {
            i += 9
            try pass(to: "]]>")
            return .text
        }
        if bytes.count - i < 9, "<![CDATA[".utf8.starts(with: bytes[i...]) { throw cutOff() }
        throw XMLFault(
            sentence:
                "has a document type or an entity ('\(String(shown: bytes[part: i..<bytes.count], limit: 20))'), "
                + "which are not read: they may name other files and stand for values that are not here; take it "
                + "out")
    }

    private mutating func readStartTag() throws(XMLFault) -> Construct {
        i += 1
        let name = try readName()
        var attributes: [Attribute] = []
        while true {
            let hasSpace = skipSpace()
            guard i < bytes.count else { throw cutOff() }
            if bytes[i] == UInt8(ascii: ">") {
                i += 1
                break
            }
            if bytes[i] == UInt8(ascii: "/") {
                guard i + 1 < bytes.count else { throw cutOff() }
                guard bytes[i + 1] == UInt8(ascii: ">") else { throw fault(i, "expected '/>'") }
                i += 2
                isClosing = true
                break
            }
            guard hasSpace else { throw fault(i, "expected white space, '>' or '/>'") }
            attributes.append(try readAttribute())
        }
        try checkNames(of: attributes)
        open.append(name)
        hasBegun = true
        return .start(name: name, attributes: attributes)
    }

    private mutating func readAttribute() throws(XMLFault) -> Attribute {
        let name = try readName()
        skipSpace()
        guard i < bytes.count else { throw cutOff() }
        guard bytes[i] == UInt8(ascii: "=") else { throw fault(i, "expected '='") }
        i += 1
        skipSpace()
        guard i < bytes.count else { throw cutOff() }
        let quote = bytes[i]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw fault(i, "expected a value in quotes")
        }
        i += 1
        let first = i
        while i < bytes.count, bytes[i] != quote {
            switch bytes[i] {
            case UInt8(ascii: "&"): i = try reference(i).end
            case UInt8(ascii: "<"):
                throw fault(i, "expected the end of the value of '\(shown(name))'")
            default: try passCharacter()
            }
        }
        guard i < bytes.count else { throw cutOff() }
        i += 1
        return Attribute(name: name, value: first..<i - 1)
    }

    private func checkNames(of attributes: [Attribute]) throws(XMLFault) {
        guard attributes.count > 1 else { return }
        var names: Set<String> = []
        for attribute in attributes where !names.insert(text(attribute.name)).inserted {
            throw XMLFault(
                sentence: "is not XML: the attribute '\(shown(attribute.name))' is given twice")
        }
    }
}

// MARK: - Characters

extension XMLReader {
    private func byte(_ k: Int) -> UInt8? { k < bytes.count ? bytes[k] : nil }

    private func matches(_ mark: StaticString) -> Bool {
        let end = i + mark.utf8CodeUnitCount
        return end <= bytes.count && bytes[part: i..<end].isEqual(to: mark)
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let first = i
        while i < bytes.count, bytes[i].isJSONSpace { i += 1 }
        return i > first
    }

    /// Passes over characters until behind a mark.
    private mutating func pass(to mark: StaticString) throws(XMLFault) {
        while !matches(mark) {
            guard i < bytes.count else { throw cutOff() }
            try passCharacter()
        }
        i += mark.utf8CodeUnitCount
    }

    private mutating func passCharacter() throws(XMLFault) {
        if (0x20..<0x80).contains(bytes[i]) || bytes[i].isJSONSpace {
            i += 1
            return
        }
        let (scalar, length) = scalar(i)
        guard scalar.isXMLCharacter else {
            throw fault(i, "expected a character that XML has")
        }
        i += length
    }

    private mutating func readName() throws(XMLFault) -> Range<Int> {
        let first = i
        guard i < bytes.count else { throw cutOff() }
        var (scalar, length) = scalar(i)
        guard scalar.beginsXMLName else { throw fault(i, "expected a name") }
        repeat {
            i += length
            guard i < bytes.count else { throw cutOff() }
            (scalar, length) = self.scalar(i)
        } while scalar.isInXMLName
        try checkPrefix(first..<i)
        return first..<i
    }

    /// Refuses a colon that parts no prefix from a name (Namespaces in XML 1.0, section 4).
    private func checkPrefix(_ name: Range<Int>) throws(XMLFault) {
        guard let colon = bytes[name].firstIndex(of: UInt8(ascii: ":")) else { return }
        let local = colon + 1..<name.upperBound
        guard colon > name.lowerBound, !local.isEmpty, scalar(local.lowerBound).0.beginsXMLName,
            !bytes[local].contains(UInt8(ascii: ":"))
        else { throw fault(name.lowerBound, "expected a name with one prefix at most") }
    }

    /// The character that begins at a place, and how many bytes it has.
    private func scalar(_ k: Int) -> (Unicode.Scalar, Int) {
        let lead = bytes[k]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(length == 1 ? lead : lead & (0xFF >> UInt8(length + 1)))
        for next in k + 1..<max(k + 1, k + length) {
            value = value << 6 | UInt32((byte(next) ?? 0) & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFF}", length)
    }

    /// The character that a reference stands for, and the place behind it.
    private func reference(_ k: Int) throws(XMLFault) -> (scalar: Unicode.Scalar, end: Int) {
        // Numbers may have any zeros in front.
        var end = k + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: ";"), Self.isInReference(bytes[end]) {
            end += 1
        }
        guard end < bytes.count else { throw cutOff() }
        let name = text(k + 1..<end)
        if bytes[end] == UInt8(ascii: ";"), let scalar = Self.scalar(named: name) {
            return (scalar, end + 1)
        }
        throw fault(
            k, "expected &amp;, &lt;, &gt;, &quot;, &apos; or the number of a character")
    }

    private static func isInReference(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "#")
    }

    private static func scalar(named name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
        guard name.hasPrefix("#"), digits.first?.isHexDigit == true,
            let value = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10),
            let scalar = Unicode.Scalar(value), scalar.isXMLCharacter
        else { return nil }
        return scalar
    }

    private func shown(_ range: Range<Int>) -> String {
        String(shown: bytes[part: range], limit: 40)
    }

    private func fault(_ k: Int, _ expected: String) -> XMLFault {
        let found = String(shown: bytes[part: k..<min(bytes.count, k + 64)], limit: 20)
        return XMLFault(
            sentence: "is not XML: found '\(found)' at byte \(k.grouped) of the record, \(expected)"
        )
    }

    private func cutOff() -> XMLFault {
        let element = open.last.map { "the element <\(shown($0))>" } ?? "the tag"
        return XMLFault(
            sentence: "is cut off: \(element) does not end", isCutOff: true)
    }
}
