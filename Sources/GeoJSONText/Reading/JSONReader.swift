/// Reads a JSON text (RFC 8259), strictly: no comments, no trailing commas, nothing after the end,
/// no member twice in an object.
package struct JSONReader {
    private let bytes: [UInt8]
    private var at = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The value that a text holds; a byte-order mark must have been dropped.
    package static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONNode {
        var reader = JSONReader(bytes)
        reader.skipSpace()
        guard reader.at < bytes.count else {
            throw JSONFault(reason: "the file is empty", offset: 0)
        }
        let node = try reader.value()
        reader.skipSpace()
        guard reader.at == bytes.count else {
            throw JSONFault(
                reason: "there is something after the end of the value", offset: reader.at)
        }
        return node
    }

    private mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
    }

    private func fault(_ reason: String) -> JSONFault {
        at >= bytes.count
            ? JSONFault(reason: "the file ends in the middle", offset: bytes.count)
            : JSONFault(reason: reason, offset: at)
    }

    private mutating func value() throws(JSONFault) -> JSONNode {
        let start = at
        guard at < bytes.count else { throw fault("") }
        switch bytes[at] {
        case UInt8(ascii: "{"): return JSONNode(value: .object(try object()), offset: start)
        case UInt8(ascii: "["): return JSONNode(value: .array(try array()), offset: start)
        case UInt8(ascii: "\""): return JSONNode(value: .string(try string()), offset: start)
        case UInt8(ascii: "t"):
            try word("true")
            return JSONNode(value: .bool(true), offset: start)
        case UInt8(ascii: "f"):
            try word("false")
            return JSONNode(value: .bool(false), offset: start)
        case UInt8(ascii: "n"):
            try word("null")
            return JSONNode(value: .null, offset: start)
        default: return JSONNode(value: .number(try number()), offset: start)
        }
    }

    private mutating func word(_ word: StaticString) throws(JSONFault) {
        let matches = word.withUTF8Buffer { wanted in
            bytes[at...].prefix(wanted.count).elementsEqual(wanted)
        }
        guard matches else { throw fault("this is no JSON value") }
        at += word.utf8CodeUnitCount
    }

    private mutating func enter() throws(JSONFault) {
        depth += 1
        guard depth <= 100 else { throw fault("values are nested more than 100 deep") }
        at += 1
        skipSpace()
    }

    /// Takes the comma or the closing bracket after an element; true when the bracket closed.
    private mutating func closes(with bracket: UInt8) throws(JSONFault) -> Bool {
        skipSpace()
        guard at < bytes.count else { throw fault("") }
        if bytes[at] == bracket {
            at += 1
            depth -= 1
            return true
        }
        guard bytes[at] == UInt8(ascii: ",") else { throw fault("a comma is missing here") }
        at += 1
        skipSpace()
        return false
    }

    private mutating func array() throws(JSONFault) -> [JSONNode] {
        try enter()
        var nodes: [JSONNode] = []
        if at < bytes.count, bytes[at] == UInt8(ascii: "]") {
            at += 1
            depth -= 1
            return nodes
        }
        repeat { nodes.append(try value()) } while try !closes(with: UInt8(ascii: "]"))
        return nodes
    }

    private mutating func object() throws(JSONFault) -> [(key: String, value: JSONNode)] {
        try enter()
        var members: [(key: String, value: JSONNode)] = []
        var seen: Set<String> = []
        if at < bytes.count, bytes[at] == UInt8(ascii: "}") {
            at += 1
            depth -= 1
            return members
        }
        repeat {
            let start = at
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
                throw fault("a member's name in quotation marks is missing here")
            }
            let key = try string()
            guard seen.insert(key).inserted else {
                throw JSONFault(reason: "the member \"\(key)\" is there twice", offset: start)
            }
            skipSpace()
            guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else {
                throw fault("a colon is missing after the member's name")
            }
            at += 1
            skipSpace()
            members.append((key, try value()))
        } while try !closes(with: UInt8(ascii: "}"))
        return members
    }

    private mutating func number() throws(JSONFault) -> Double {
        let start = at
        func isDigit(_ index: Int) -> Bool {
            index < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
        }
        func digits(from index: Int) -> Int {
            var end = index
            while isDigit(end) { end += 1 }
            return end
        }
        var end = start
        if bytes[end] == UInt8(ascii: "-") { end += 1 }
        let whole = end
        end = digits(from: whole)
        guard end > whole, end == whole + 1 || bytes[whole] != UInt8(ascii: "0") else {
            throw fault("this is no JSON value")
        }
        if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
            let past = digits(from: end + 1)
            guard past > end + 1 else { throw fault("a digit is missing after the point") }
            end = past
        }
        if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
            var exponent = end + 1
            if exponent < bytes.count, [0x2B, 0x2D].contains(bytes[exponent]) { exponent += 1 }
            let past = digits(from: exponent)
            guard past > exponent else { throw fault("a digit is missing in the exponent") }
            end = past
        }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        guard let number = Double(text), number.isFinite else {
            throw fault("\(text) is beyond the numbers that can be kept")
        }
        at = end
        return number
    }

    private mutating func string() throws(JSONFault) -> String {
        let start = at
        at += 1
        var content: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                guard let text = String(validating: content, as: UTF8.self) else {
                    throw JSONFault(reason: "this text is not UTF-8", offset: start)
                }
                return text
            case UInt8(ascii: "\\"):
                at += 1
                content += try escape()
            case 0..<0x20: throw fault("a control character stands within a text")
            default:
                content.append(byte)
                at += 1
            }
        }
        throw fault("")
    }

    /// The bytes of the character after a backslash.
    private mutating func escape() throws(JSONFault) -> [UInt8] {
        guard at < bytes.count else { throw fault("") }
        let letter = bytes[at]
        at += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"):
            var unit = try hexadecimal()
            if (0xD800..<0xDC00).contains(unit), bytes[at...].starts(with: [0x5C, 0x75]) {
                at += 2
                let low = try hexadecimal()
                guard (0xDC00..<0xE000).contains(low) else {
                    throw fault("half of a surrogate pair is missing")
                }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(unit) else {
                throw fault("half of a surrogate pair is missing")
            }
            return Array(String(Character(scalar)).utf8)
        default: throw fault("this escape is not known in JSON")
        }
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        let digits = bytes[at...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault("four hexadecimal digits are missing here") }
        at += 4
        return unit
    }
}
