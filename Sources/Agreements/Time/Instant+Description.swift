extension Instant: CustomStringConvertible {
    /// The moment by RFC 3339 in UTC, such as `2026-12-01T00:00:00Z`.
    public var description: String { written(offset: 0) }

    /// The moment by RFC 3339 with the given offset from UTC, in seconds.
    func written(offset: Int) -> String {
        // Nobody reads a year of twelve digits; it must not overflow.
        let most: Int64 = 1 << 58
        let local = min(max(seconds, -most), most) + Int64(offset)
        let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        let second = Int(local - day * 86_400)
        let date = GregorianDate(daysSinceEpoch: day)
        var text = date.year.padded(4) + "-" + date.month.padded(2) + "-" + date.day.padded(2)
        text += "T" + (second / 3600).padded(2) + ":" + (second / 60 % 60).padded(2)
        text += ":" + (second % 60).padded(2)
        if nanoseconds != 0 {
            var digits = Substring(Int(nanoseconds).padded(9))
            while digits.last == "0" { digits.removeLast() }
            text += "." + digits
        }
        guard offset != 0 else { return text + "Z" }
        let minutes = offset.magnitude / 60
        return text + (offset < 0 ? "-" : "+") + Int(minutes / 60).padded(2) + ":"
            + Int(minutes % 60).padded(2)
    }
}

extension Int {
    /// The number in decimal with zeros in front up to a width.
    func padded(_ width: Int) -> String {
        let digits = String(magnitude)
        let zeros = String(repeating: "0", count: Swift.max(0, width - digits.count))
        return (self < 0 ? "-" : "") + zeros + digits
    }
}
