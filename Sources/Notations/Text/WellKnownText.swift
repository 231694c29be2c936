/// Reads points in well-known text.
///
/// - Source: OGC 06-103r4, Simple Feature Access, section 7; PostGIS's `SRID=4326;` in front.
struct WellKnownText {
    private let text: ByteText
    private var place: Int

    init(_ text: ByteText) { (self.text, place) = (text, text.start) }

    /// The point's longitude and latitude; `nil` where the text begins with neither POINT nor SRID.
    mutating func read() throws(NotationError) -> DegreesReader.Pair? {
        if take("SRID") {
            guard take("=") else { return nil }
            let start = text.afterSpaces(place)
            place = start
            while ByteText.isDigit(text[place]) { place += 1 }
            let code = text.part(start, place).string
            guard code == "4326" else {
                throw NotationError(
                    .otherSystem, text.string,
                    "has the reference system \(code), expected 4326 (WGS 84)")
            }
            guard take(";") else { throw DegreesReader.noPosition(text) }
        }
        guard take("POINT") else {
            if place > text.start { throw DegreesReader.noPosition(text) }
            return nil
        }
        if !take("ZM"), !take("Z") { _ = take("M") }
        guard take("(") else { throw DegreesReader.noPosition(text) }
        let longitude = try number()
        let latitude = try number()
        var more = 0
        while more < 2, text[text.afterSpaces(place)] != 0x29 {
            _ = try number()
            more += 1
        }
        guard take(")"), text.afterSpaces(place) >= text.end else {
            throw DegreesReader.noPosition(text)
        }
        return DegreesReader.Pair(
            latitude: try angle(latitude, isLatitude: true),
            longitude: try angle(longitude, isLatitude: false))
    }

    private mutating func take(_ word: StaticString) -> Bool {
        let start = text.afterSpaces(place)
        for index in 0..<word.utf8CodeUnitCount {
            let byte = text[start + index]
            let expected = word.utf8Start[index]
            guard byte == expected || ByteText.capital(byte) == expected else { return false }
        }
        place = start + word.utf8CodeUnitCount
        return true
    }

    private struct Number {
        let value: Double
        let unit: Double
        let text: ByteText
        let isNegative: Bool
    }

    /// A number, with an exponent if need be.
    private mutating func number() throws(NotationError) -> Number {
        let start = text.afterSpaces(place)
        var p = start
        let isNegative = text[p] == 0x2D
        if isNegative || text[p] == 0x2B { p += 1 }
        guard let digits = WrittenNumber(text, at: p, commas: false) else {
            throw DegreesReader.noPosition(text)
        }
        p = digits.end
        var value = digits.value(text)
        var unit = digits.unit
        if text[p] | 0x20 == 0x65 {
            p += 1
            let exponentStart = p
            if text[p] == 0x2D || text[p] == 0x2B { p += 1 }
            while ByteText.isDigit(text[p]) { p += 1 }
            let exponent = text.part(exponentStart, p).string
            guard let scaled = Double(text.part(digits.start, p).string),
                let power = Double("1e" + exponent)
            else { throw DegreesReader.noPosition(text) }
            (value, unit) = (scaled, unit * power)
        }
        place = p
        return Number(
            value: value, unit: unit, text: text.part(start, p), isNegative: isNegative)
    }

    private func angle(_ number: Number, isLatitude: Bool) throws(NotationError) -> WrittenAngle {
        let (part, limit): (NotationError.Part, Double) =
            isLatitude ? (.latitude, 90) : (.longitude, 180)
        guard number.value <= limit else {
            throw NotationError(
                .outOfRange, text.string, part: part,
                "has the \(part.rawValue) \(number.text.string), expected at most \(Int(limit)) "
                    + "degrees; a point in well-known text is longitude, latitude")
        }
        return WrittenAngle(
            isLatitude: isLatitude, magnitude: number.value, unit: number.unit,
            notation: .decimalDegrees, isNegative: number.isNegative, isSided: true,
            hasHemisphere: false)
    }
}
