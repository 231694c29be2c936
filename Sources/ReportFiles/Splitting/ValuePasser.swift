/// Moves over one JSON value by its brackets and quotes; whether it is good JSON is found out when
/// the value is read.
struct ValuePasser {
    private enum Kind { case none, nested, string, scalar }
    private var kind = Kind.none
    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    /// Moves `i` behind the value and says so, or to the end of the bytes.
    mutating func pass(_ bytes: UnsafeRawBufferPointer, _ i: inout Int) -> Bool {
        if kind == .none {
            guard i < bytes.count else { return false }
            switch bytes[i] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                kind = .nested
                depth = 1
                i += 1
            case UInt8(ascii: "\""):
                kind = .string
                isInString = true
                i += 1
            default: kind = .scalar
            }
        }
        let isPassed =
            switch kind {
            case .nested: passNested(bytes, &i)
            case .string: passString(bytes, &i)
            default: passScalar(bytes, &i)
            }
        if isPassed { self = ValuePasser() }
        return isPassed
    }

    private mutating func passString(_ bytes: UnsafeRawBufferPointer, _ i: inout Int) -> Bool {
        let count = bytes.count
        while i < count {
            let byte = bytes[i]
            i += 1
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
                return true
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            }
        }
        return false
    }

    private mutating func passNested(_ bytes: UnsafeRawBufferPointer, _ i: inout Int) -> Bool {
        if isInString, !passString(bytes, &i) { return false }
        let count = bytes.count
        while i < count {
            let byte = bytes[i]
            i += 1
            if byte == UInt8(ascii: "\"") {
                isInString = true
                if !passString(bytes, &i) { return false }
            } else if byte | 0x20 == UInt8(ascii: "{") {
                depth += 1
            } else if byte | 0x20 == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return true }
            }
        }
        return false
    }

    /// A scalar ends before what parts values, which must have been seen.
    private func passScalar(_ bytes: UnsafeRawBufferPointer, _ i: inout Int) -> Bool {
        while i < bytes.count {
            let byte = bytes[i]
            if byte.isJSONSpace || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
                || byte == UInt8(ascii: "}")
            {
                return true
            }
            i += 1
        }
        return false
    }
}
