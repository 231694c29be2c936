/// A decimal number without sign as it was written.
struct WrittenNumber {
    /// All digits as one integer; the first 18 significant ones of a longer number.
    var digits: UInt64 = 0
    /// How many digits stand before the decimal sign, zeros in front included.
    var wholeDigits = 0
    /// How many stand behind it.
    var decimals = 0
    /// Whether there are more digits than `digits` holds.
    var isLong = false
    var hasPoint = false
    /// Where the number stands.
    var start = 0
    var end = 0

    /// The number at a place, if a digit stands there, or a point and a digit; with `commas`, a
    /// comma between digits is a decimal sign too.
    @inline(__always)
    init?(_ text: ByteText, at place: Int, commas: Bool) {
        var p = place
        var kept = 0
        start = place
        while ByteText.isDigit(text[p]) {
            if kept < 18 {
                digits = digits &* 10 &+ UInt64(text[p] &- 0x30)
                if digits != 0 { kept += 1 }
            } else {
                isLong = true
            }
            wholeDigits += 1
            p += 1
        }
        let sign = text[p]
        if sign == 0x2E || (sign == 0x2C && commas && p > place),
            ByteText.isDigit(text[p + 1])
        {
            hasPoint = true
            p += 1
            while ByteText.isDigit(text[p]) {
                if kept < 18 {
                    digits = digits &* 10 &+ UInt64(text[p] &- 0x30)
                    if digits != 0 { kept += 1 }
                } else {
                    isLong = true
                }
                decimals += 1
                p += 1
            }
        } else if p == place {
            return nil
        } else if sign == 0x2E {
            // `48.` is 48.
            p += 1
        }
        end = p
    }

    /// The number, correctly rounded.
    func value(_ text: ByteText) -> Double {
        if !isLong, decimals <= 22, digits < 1 << 53 {
            return decimals == 0 ? Double(digits) : Double(digits) / Self.power(decimals)
        }
        let written = text.part(start, end).string.map { $0 == "," ? "." : $0 }
        return Double(String(written)) ?? .infinity
    }

    /// A power of ten, exact up to 22.
    @inline(__always)
    static func power(_ exponent: Int) -> Double {
        powers[min(exponent, 308)]
    }

    private static let powers: [Double] = (0...308).map { Double("1e\($0)") ?? .infinity }
}
