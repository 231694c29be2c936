/// A decimal number without sign as it was written.
struct WrittenNumber {
    /// All digits as one integer; the first 18 significant ones of a longer number.
    var digits: UInt64 = 0
    /// How many digits stand before the decimal sign, zeros in front included.
    private(set) var wholeDigits: Int32 = 0
    /// How many stand behind it.
    private(set) var decimals: Int32 = 0
    /// Where the number stands in a text of at most `ByteText.longest` bytes.
    private var first: Int32
    private var afterLast: Int32
    /// Whether there are more digits than `digits` holds.
    private(set) var isLong = false
    private(set) var hasPoint = false

    /// Where the number begins and ends.
    var start: Int { Int(first) }
    var end: Int { Int(afterLast) }

    /// The number at a place, if a digit stands there, or a point and a digit; with `commas`, a
    /// comma between digits is a decimal sign too.
    @inline(__always)
    init?(_ text: ByteText, at place: Int, commas: Bool) {
        var p = place
        (first, afterLast) = (Int32(truncatingIfNeeded: place), 0)
        wholeDigits = take(text, &p)
        let sign = text[p]
        if sign == 0x2E || (sign == 0x2C && commas && p > place), ByteText.isDigit(text[p + 1]) {
            hasPoint = true
            p += 1
            decimals = take(text, &p)
        } else if p == place {
            return nil
        } else if sign == 0x2E {
            // `48.` is 48.
            p += 1
        }
        afterLast = Int32(truncatingIfNeeded: p)
    }

    /// Takes the digits at a place, and tells how many there are.
    @inline(__always)
    private mutating func take(_ text: ByteText, _ place: inout Int) -> Int32 {
        let start = place
        while true {
            let digit = text[place] &- 0x30
            guard digit < 10 else { break }
            if digits < 100_000_000_000_000_000 {
                digits = digits &* 10 &+ UInt64(digit)
            } else {
                isLong = true
            }
            place += 1
        }
        return Int32(truncatingIfNeeded: place - start)
    }

    /// The number, correctly rounded.
    func value(_ text: ByteText) -> Double {
        // Both are whole and exact, so that their quotient is rounded once.
        if !isLong, decimals <= 18, digits < 1 << 53 {
            return decimals == 0 ? Double(digits) : Double(digits) / Self.power(decimals)
        }
        let written = text.part(start, end).string.map { $0 == "," ? "." : $0 }
        return Double(String(written)) ?? .infinity
    }

    /// One unit of the last digit.
    var unit: Double { 1 / Self.power(decimals) }

    /// A power of ten; exact up to 18.
    @inline(__always)
    static func power(_ exponent: Int32) -> Double {
        guard exponent <= 18 else { return Double("1e\(min(exponent, 300))") ?? .infinity }
        var power: UInt64 = 1
        for _ in 0..<exponent { power &*= 10 }
        return Double(power)
    }
}
