/// Moves over what XML is made of, one construct after the other, by the bytes that begin and end each; whether it
/// is good XML is found out when a record is read.
///
/// A `<` within a tag, also in quotes, ends the tag as broken, so that no quote left open takes other tags into it.
struct MarkupPasser {
    enum Kind { case text, comment, characters, instruction, declaration, startTag, endTag }

    /// What the construct is that has begun; `nil` between two.
    private(set) var kind: Kind?
    /// The name of a tag or instruction.
    private(set) var name: [UInt8] = []
    /// Whether a tag or declaration has ended where another one begins, of the construct that ended last.
    private(set) var isBroken = false
    /// Whether a tag closes itself, likewise.
    private(set) var isEmpty = false

    private var quote: UInt8?
    /// The last four bytes.
    private var recent: UInt32 = 0
    /// How many brackets of a document type are open, and whether a comment in them is.
    private var brackets = 0
    private var isInComment = false

    /// Longer names are known by so many bytes.
    private static let longestName = 256

    /// The part of the name behind its prefix, where it has one.
    var localName: ArraySlice<UInt8> {
        let colon = name.firstIndex(of: UInt8(ascii: ":"))
        return name[(colon.map { $0 + 1 } ?? 0)...]
    }

    /// Moves `i` behind the bytes that tell what begins there; false where they are not all there yet.
    mutating func begin(_ bytes: UnsafeRawBufferPointer, _ i: inout Int, atEnd: Bool) -> Bool {
        guard i < bytes.count else { return false }
        (isBroken, isEmpty, quote, recent, brackets, isInComment) = (false, false, nil, 0, 0, false)
        name.removeAll(keepingCapacity: true)
        guard bytes[i] == UInt8(ascii: "<") else {
            kind = .text
            return true
        }
        guard i + 1 < bytes.count else {
            if !atEnd { return false }
            kind = .text
            i += 1
            return true
        }
        switch bytes[i + 1] {
        case UInt8(ascii: "!"):
            let rest = bytes[i...]
            for (mark, kind) in [("<!--", Kind.comment), ("<![CDATA[", .characters)] {
                if rest.starts(with: mark.utf8) {
                    self.kind = kind
                    i += mark.utf8.count
                    return true
                }
                if !atEnd, mark.utf8.starts(with: rest) { return false }
            }
            kind = .declaration
            i += 2
            return true
        case UInt8(ascii: "?"): return beginNamed(.instruction, bytes, &i, from: i + 2, atEnd)
        case UInt8(ascii: "/"): return beginNamed(.endTag, bytes, &i, from: i + 2, atEnd)
        case let byte where Self.endsName(byte):
            kind = .text
            i += 1
            return true
        default: return beginNamed(.startTag, bytes, &i, from: i + 1, atEnd)
        }
    }

    private mutating func beginNamed(
        _ kind: Kind, _ bytes: UnsafeRawBufferPointer, _ i: inout Int, from start: Int,
        _ atEnd: Bool
    ) -> Bool {
        let most = min(bytes.count, start + Self.longestName)
        let end = bytes[start..<most].firstIndex(where: Self.endsName)
        guard end != nil || atEnd || most - start == Self.longestName else { return false }
        name += bytes[start..<(end ?? most)]
        self.kind = kind
        i = end ?? most
        return true
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte.isJSONSpace || "/><=\"'?&".utf8.contains(byte)
    }

    /// Moves `i` behind what has begun and says so, or to the end of the bytes.
    ///
    /// - Parameter hasSubset: whether a declaration may be a document type with others in brackets.
    mutating func pass(_ bytes: UnsafeRawBufferPointer, _ i: inout Int, hasSubset: Bool) -> Bool {
        let isPassed =
            switch kind {
            case .text: passText(bytes, &i)
            case .comment: pass(bytes, &i, to: 0x2D_2D_3E, 0xFF_FF_FF)
            case .characters: pass(bytes, &i, to: 0x5D_5D_3E, 0xFF_FF_FF)
            case .instruction: pass(bytes, &i, to: 0x3F_3E, 0xFF_FF)
            case .declaration where hasSubset: passDocumentType(bytes, &i)
            case .declaration, .startTag, .endTag: passTag(bytes, &i)
            case nil: true
            }
        if isPassed { kind = nil }
        return isPassed
    }

    private func passText(_ bytes: UnsafeRawBufferPointer, _ i: inout Int) -> Bool {
        let end = bytes.firstIndex(of: UInt8(ascii: "<"), from: i)
        i = end ?? bytes.count
        return end != nil
    }

    /// Passes until the last bytes are these.
    private mutating func pass(
        _ bytes: UnsafeRawBufferPointer, _ i: inout Int, to mark: UInt32, _ mask: UInt32
    ) -> Bool {
        let count = bytes.count
        while i < count {
            recent = recent << 8 | UInt32(bytes[i])
            i += 1
            if recent & mask == mark { return true }
        }
        return false
    }

    private mutating func passTag(_ bytes: UnsafeRawBufferPointer, _ i: inout Int) -> Bool {
        let count = bytes.count
        while i < count {
            let byte = bytes[i]
            if byte == UInt8(ascii: "<") {
                isBroken = true
                return true
            }
            i += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                isEmpty = recent == UInt32(UInt8(ascii: "/"))
                return true
            }
            recent = UInt32(byte)
        }
        return false
    }

    private mutating func passDocumentType(
        _ bytes: UnsafeRawBufferPointer, _ i: inout Int
    ) -> Bool {
        while i < bytes.count {
            let byte = bytes[i]
            if byte == UInt8(ascii: "<"), brackets == 0 {
                isBroken = true
                return true
            }
            i += 1
            recent = recent << 8 | UInt32(byte)
            if isInComment {
                if recent & 0xFF_FF_FF == 0x2D_2D_3E { isInComment = false }
            } else if let open = quote {
                if byte == open { quote = nil }
            } else if recent == 0x3C_21_2D_2D {
                (isInComment, recent) = (true, 0)
            } else {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
                case UInt8(ascii: "["): brackets += 1
                case UInt8(ascii: "]"): brackets -= 1
                case UInt8(ascii: ">") where brackets <= 0: return true
                default: break
                }
            }
        }
        return false
    }
}
