public import Geodesy

extension Coordinate {
    /// The position in degrees, minutes and seconds, latitude first: `48°27'15.5"N 38°17'35.0"E`.
    ///
    /// Rounded to the nearest; a rounded 60 is carried, so that neither minutes nor seconds reach
    /// it.
    ///
    /// - Accuracy: half a unit of the last digit.
    ///
    /// - Parameter decimals: how many digits the seconds have behind the point; 0 for about 31 m, 3
    ///   for 3 cm.
    /// - Throws: `NotationError` with the code `outOfRange` when the position is not on the globe.
    /// - Precondition: `decimals` is one of 0 to 9.
    public func degreesMinutesSeconds(decimals: Int = 0) throws(NotationError) -> String {
        try written(decimals) { Self.seconds($0, decimals) }
    }

    /// The position in degrees and minutes, latitude first: `48°27.258'N 38°17.583'E`; see
    /// `degreesMinutesSeconds`.
    ///
    /// - Parameter decimals: how many digits the minutes have behind the point; 0 for about 1.9 km,
    ///   3 for 2 m.
    /// - Throws: `NotationError` with the code `outOfRange` when the position is not on the globe.
    /// - Precondition: `decimals` is one of 0 to 9.
    public func degreesMinutes(decimals: Int = 3) throws(NotationError) -> String {
        try written(decimals) { Self.minutes($0, decimals) }
    }

    /// The position in decimal degrees, latitude first and a comma between: `48.45431, 38.29306`.
    ///
    /// - Accuracy: half a unit of the last digit.
    ///
    /// - Parameter digits: how many there are behind the point; 5 for 1.1 m.
    /// - Throws: `NotationError` with the code `outOfRange` when the position is not on the globe.
    /// - Precondition: `digits` is one of 0 to 12.
    public func decimalDegrees(digits: Int = 5) throws(NotationError) -> String {
        precondition((0...12).contains(digits))
        guard isValid else { throw offGlobe }
        return "\(latitude.fixed(digits)), \(longitude.fixed(digits))"
    }

    private func written(
        _ decimals: Int, _ form: (Double) -> (text: String, isZero: Bool)
    ) throws(NotationError) -> String {
        precondition((0...9).contains(decimals))
        guard isValid else { throw offGlobe }
        let (rows, columns) = (form(latitude.magnitude), form(longitude.magnitude))
        let row: Hemisphere = latitude < 0 && !rows.isZero ? .south : .north
        let column: Hemisphere = longitude < 0 && !columns.isZero ? .west : .east
        return "\(rows.text)\(row.letter) \(columns.text)\(column.letter)"
    }

    private static func seconds(_ angle: Double, _ decimals: Int) -> (String, Bool) {
        let units = Units(angle, perDegree: 3600, decimals)
        let (minutes, seconds) = units.whole.quotientAndRemainder(dividingBy: 60)
        let text = "\(minutes / 60)°\(twoDigits(minutes % 60))'\(twoDigits(seconds))\(units.rest)\""
        return (text, units.isZero)
    }

    private static func minutes(_ angle: Double, _ decimals: Int) -> (String, Bool) {
        let units = Units(angle, perDegree: 60, decimals)
        let (degrees, minutes) = units.whole.quotientAndRemainder(dividingBy: 60)
        return ("\(degrees)°\(twoDigits(minutes))\(units.rest)'", units.isZero)
    }

    private static func twoDigits(_ number: Int64) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    /// An angle as a whole number of the last written units: rounded once, before it is taken
    /// apart.
    private struct Units {
        let whole: Int64
        /// The point and what is behind it.
        let rest: String
        let isZero: Bool

        init(_ angle: Double, perDegree: Double, _ decimals: Int) {
            var scale: Int64 = 1
            for _ in 0..<decimals { scale *= 10 }
            // At most 180 * 3600 * 10^9, far below 2^53.
            let units = Int64((angle * (perDegree * Double(scale))).rounded())
            let (whole, rest) = units.quotientAndRemainder(dividingBy: scale)
            self.whole = whole
            let digits = String(rest)
            self.rest =
                decimals == 0
                ? "" : "." + String(repeating: "0", count: decimals - digits.count) + digits
            isZero = units == 0
        }
    }
}
