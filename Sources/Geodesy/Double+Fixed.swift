extension Double {
    /// The number with exactly so many decimals.
    package func fixed(_ decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (magnitude * scale).rounded()
        guard scaled.isFinite, scaled < 9e18 else { return "\(self)" }
        let digits = String(Int64(scaled))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = self < 0 && scaled != 0 ? "-" : ""
        return sign + padded.dropLast(decimals) + (decimals > 0 ? "." : "")
            + padded.suffix(decimals)
    }
}
