import GeoJSONText
import Geodesy

extension ByteBuffer {
    mutating func append(_ text: StaticString) {
        append(
            contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// A JSON string; only quotes, backslashes and control characters are escaped.
    mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            if JSONQuoting.isPlain(bytes) {
                append(contentsOf: bytes)
            } else {
                append(contentsOf: JSONQuoting.escaped(bytes))
            }
        }
        append(UInt8(ascii: "\""))
    }

    mutating func appendJSON(_ text: String?) {
        if let text { appendJSON(text) } else { append("null") }
    }

    mutating func appendJSON(_ list: some Sequence<String>) {
        append(UInt8(ascii: "["))
        var isFirst = true
        for text in list {
            if !isFirst { append(UInt8(ascii: ",")) }
            isFirst = false
            appendJSON(text)
        }
        append(UInt8(ascii: "]"))
    }

    /// A CSV field of our own, which no spreadsheet takes for a formula: one that begins as formulas do
    /// has an apostrophe in front.
    mutating func appendCSV(plain text: String, _ delimiter: UInt8) {
        appendCSV(text.beginsFormula ? "'" + text : text, delimiter)
    }

    /// A CSV field, in quotes where the text needs them.
    mutating func appendCSV(_ text: String, _ delimiter: UInt8) {
        let needsQuotes = text.utf8.contains {
            $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
        }
        guard needsQuotes else { return append(contentsOf: text.utf8) }
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { append(byte) }
            append(byte)
        }
        append(UInt8(ascii: "\""))
    }

    /// Identifiers in one field, each as `appendCSV(plain:)`: a spreadsheet may part cells at the semicolons
    /// between them.
    mutating func appendCSV(list: [String], _ delimiter: UInt8) {
        let plain = list.map { $0.beginsFormula ? "'" + $0 : $0 }
        appendCSV(plain.joined(separator: ";"), delimiter)
    }

    /// Metres with three decimals, the nearest such number, ties to even.
    @inline(__always)
    mutating func appendMillimetres(_ metres: Double, orElse absent: StaticString) {
        // Also false for NaN.
        guard metres >= 0, metres < 1e9 else { return appendFar(metres, orElse: absent) }
        let whole = metres.rounded(.towardZero)
        let product = (metres - whole) * 1000
        let rest = product - product.rounded(.towardZero)
        // So near to half a millimetre, rounding takes more care.
        guard (rest - 0.5).magnitude > 1e-6 else { return append(metres, decimals: 3) }
        let parts = UInt64(product) &+ (rest > 0.5 ? 1 : 0)
        append(thousandths: UInt64(whole) &* 1000 &+ parts)
    }

    @inline(never)
    private mutating func appendFar(_ metres: Double, orElse absent: StaticString) {
        guard metres.magnitude < 1e15 else { return append(absent) }
        append(metres, decimals: 3)
    }

    /// A number of which the last three digits stand behind the point.
    @inline(__always)
    private mutating func append(thousandths number: UInt64) {
        let room = reserve(24)
        var text: (UInt64, UInt64, UInt64) = (0, 0, 0)
        withUnsafeMutableBytes(of: &text) { digits in
            var i = 24
            var left = number
            for k in 0..<4 {
                i &-= 1
                digits[i] = k == 3 ? UInt8(ascii: ".") : UInt8(ascii: "0") &+ UInt8(left % 10)
                if k != 3 { left /= 10 }
            }
            repeat {
                i &-= 1
                digits[i] = UInt8(ascii: "0") &+ UInt8(left % 10)
                left /= 10
            } while left > 0
            guard let start = digits.baseAddress else { return }
            room.copyMemory(from: start + i, byteCount: 24 &- i)
            advance(24 &- i)
        }
    }

    /// A number below 1e15 with at most nine decimals, the nearest such number, ties to even.
    mutating func append(_ number: Double, decimals: Int) {
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        if number < 0 { append(UInt8(ascii: "-")) }
        let whole = number.magnitude.rounded(.down)
        var parts = Self.parts(of: number.magnitude - whole, scale: scale)
        append(contentsOf: String(Int64(whole) + (parts == scale ? 1 : 0)).utf8)
        append(UInt8(ascii: "."))
        parts %= scale
        while scale > 1 {
            scale /= 10
            append(UInt8(ascii: "0") + UInt8(parts / scale % 10))
        }
    }

    /// A fraction below 1 in parts of which `scale` are 1.
    ///
    /// The product is rounded once; what that took away decides where the rounded product is
    /// exactly half way.
    private static func parts(of fraction: Double, scale: Int) -> Int {
        let product = fraction * Double(scale)
        let error = (-product).addingProduct(fraction, Double(scale))
        let down = product.rounded(.down)
        let rest = product - down
        let isUp =
            rest != 0.5 ? rest > 0.5 : error != 0 ? error > 0 : !Int(down).isMultiple(of: 2)
        return Int(down) + (isUp ? 1 : 0)
    }
}
