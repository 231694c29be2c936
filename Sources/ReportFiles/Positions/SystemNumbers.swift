import Datums
import GeoJSONText
import Geodesy
import Notations

/// Reads the numbers of a grid, or of a system whose unit is not the degree.
enum SystemNumbers {
    /// A number as it was written.
    struct Number {
        let value: Double
        /// Half a unit of its last digit, on the ground; zero where that was not asked for.
        let half: Distance
    }

    /// A number from the text of a field, and what its last digit leaves open where that is wanted.
    static func number(
        _ bytes: UnsafeRawBufferPointer, isX: Bool, _ system: ReferenceSystem,
        _ sign: DecimalSign?, wantsHalf: Bool
    ) throws(PositionText.Fault) -> Number {
        // As most are.
        if !wantsHalf, let value = Double(csv: bytes, sign) {
            return Number(value: value, half: .zero)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return try number(text[...], isX: isX, system, sign)
    }

    /// Two numbers from one text, the easting or longitude first: `7425838, 5351700` or
    /// `POINT (7425838 5351700)`.
    static func pair(
        in bytes: UnsafeRawBufferPointer, _ system: ReferenceSystem
    ) throws(PositionText.Fault) -> (x: Number, y: Number) {
        let text = String(decoding: bytes, as: UTF8.self)
        var inner = trimmed(text[...])
        if inner.lowercased().hasPrefix("point") {
            inner = trimmed(inner.dropFirst("point".count))
            guard inner.first == "(", inner.last == ")" else { throw notTwo(text, system) }
            inner = inner.dropFirst().dropLast()
        }
        let parts = inner.split { $0.isWhitespace || $0 == "," || $0 == ";" }
        guard parts.count == 2 else { throw notTwo(text, system) }
        return (
            try number(parts[0], isX: true, system), try number(parts[1], isX: false, system)
        )
    }

    /// Refuses a text that names a system of its own beside the one that was said.
    static func checkOwnSystem(
        _ bytes: UnsafeRawBufferPointer, _ notation: Notation, _ system: ReferenceSystem
    ) throws(PositionText.Fault) {
        let text = String(shown: bytes, limit: 80)
        if text.lowercased().contains("srid") {
            throw PositionText.Fault(
                sentence:
                    "'\(text)' names a system of its own, and --crs says \(system.label); expected "
                    + "one of both")
        }
        if notation.isGridReference, !system.isWGS84 {
            throw PositionText.Fault(
                sentence:
                    "'\(text)' is a reference in a grid, which is read on WGS 84, and --crs says "
                    + "\(system.label); expected longitude and latitude")
        }
    }

    private static func number(
        _ text: Substring, isX: Bool, _ system: ReferenceSystem, _ sign: DecimalSign? = nil
    ) throws(PositionText.Fault) -> Number {
        let trimmed = trimmed(text)
        let name =
            system.isProjected ? (isX ? "easting" : "northing") : (isX ? "longitude" : "latitude")
        guard !trimmed.isEmpty else {
            throw PositionText.Fault(
                sentence: "\(name) is empty, expected a number in \(system.units)")
        }
        var plain = String(trimmed)
        let value = plain.withUTF8 { Double(csv: UnsafeRawBufferPointer($0), sign) }
        guard let value else {
            throw PositionText.Fault(
                sentence: "\(name) '\(String(shown: plain, limit: 80))' is not a number in "
                    + "\(system.units) of \(system.label), such as \(isX ? "425838.5" : "5351700.5")"
            )
        }
        return Number(
            value: value, half: system.length(of: half(of: plain, sign ?? DecimalSign(of: plain))))
    }

    /// Half a unit of a number's last digit.
    private static func half(of text: String, _ sign: DecimalSign) -> Double {
        let parts = text.lowercased().split(separator: "e", maxSplits: 1)
        let exponent = parts.count == 2 ? Double(parts[1]) ?? 0 : 0
        let mantissa = parts.first ?? ""
        let point = mantissa.firstIndex(of: Character(Unicode.Scalar(sign.byte)))
        let decimals = point.map { mantissa.distance(from: $0, to: mantissa.endIndex) - 1 } ?? 0
        return 0.5 * decimalPower(Int(max(min(exponent, 300), -300)) - min(decimals, 300))
    }

    private static func decimalPower(_ exponent: Int) -> Double {
        Double("1e\(exponent)") ?? 0
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    private static func notTwo(
        _ text: String, _ system: ReferenceSystem
    ) -> PositionText.Fault {
        PositionText.Fault(
            sentence:
                "'\(String(shown: text, limit: 80))' is not two numbers of \(system.label), expected "
                + (system.isProjected
                    ? "easting and northing, such as 425838.5, 5351700.5"
                    : "longitude and latitude in \(system.units)"))
    }
}
