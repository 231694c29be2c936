import Geodesy
import Zones

/// Lengths with the digits that are known.
extension Distance {
    /// The length in metres with commas between thousands, such as `1,937.428 m`.
    ///
    /// The last digit stands for a tenth of the uncertainty or less, and for no more than a metre: of an
    /// uncertainty of 10 m or more whole metres are written. There are at most `most` decimals.
    func inKnownDigits(uncertainty: Distance, most: Int = 6) -> String {
        guard metres.isFinite else { return "none" }
        return written(decimals: Self.knownDecimals(uncertainty, most: most))
    }

    /// The same, with as many more digits, down to the micrometre, as keep it apart from limits.
    func inKnownDigits(uncertainty: Distance, most: Int, apartFrom limits: [Distance]) -> String {
        guard metres.isFinite else { return "none" }
        func isApart(_ decimals: Int) -> Bool {
            limits.allSatisfy { limit in
                (metres - limit.metres).magnitude <= DistanceBand.coincidence.metres
                    || limit.written(decimals: decimals) != written(decimals: decimals)
            }
        }
        let decimals = Self.knownDecimals(uncertainty, most: most)
        return written(decimals: (decimals...6).first(where: isApart) ?? 6)
    }

    /// How many decimals of metres an uncertainty leaves.
    private static func knownDecimals(_ uncertainty: Distance, most: Int) -> Int {
        var (decimals, step) = (0, 1.0)
        while decimals < most, step > uncertainty.metres / 10 {
            (decimals, step) = (decimals + 1, step / 10)
        }
        return decimals
    }

    private func written(decimals: Int) -> String {
        let digits = metres.fixed(decimals)
        let whole = digits.prefix { $0 != "." }
        var text = ""
        for (k, digit) in whole.enumerated() {
            let left = whole.count - k
            if left % 3 == 0, text.last?.isNumber == true { text += "," }
            text.append(digit)
        }
        return text + digits.dropFirst(whole.count) + " m"
    }
}
