extension DegreeGroup {
    private func error(
        _ code: NotationError.Code, _ part: NotationError.Part?, readings: [String] = [],
        _ reason: String
    ) -> NotationError {
        NotationError(code, text.string, part: part, readings: readings, reason)
    }

    /// The group as a latitude or longitude, on the side that was given apart from the text, if
    /// any.
    func angle(
        isLatitude: Bool, hemisphere given: Hemisphere? = nil
    ) throws(NotationError) -> WrittenAngle {
        let side = try side(isLatitude: isLatitude, given)
        guard hasMarksInOrder else { throw DegreesReader.noPosition(text) }
        let parts =
            count == 1 && head.mark == .none && side != nil && head.number.wholeDigits >= 4
            ? try runTogether(isLatitude) : try separate
        let limit = isLatitude ? 90.0 : 180
        guard parts.magnitude <= limit else {
            throw beyond(isLatitude, isFullyRead: side != nil || head.number.wholeDigits < 4)
        }
        return WrittenAngle(
            isLatitude: isLatitude, magnitude: parts.magnitude, unit: parts.unit,
            notation: parts.notation, isNegative: side?.isNegative ?? (head.sign < 0),
            isSided: side != nil || head.sign != 0, hasHemisphere: side != nil)
    }

    private struct Parts {
        let magnitude: Double
        let unit: Double
        let notation: Notation
    }

    // MARK: Sides

    private func side(
        isLatitude: Bool, _ given: Hemisphere?
    ) throws(NotationError) -> Hemisphere? {
        let axis = isLatitude ? "latitude" : "longitude"
        let expected = isLatitude ? "N or S" : "E or W"
        if let before = head.letterBefore, let after = tail.letterAfter {
            throw error(
                .contradiction, nil,
                "has two letters beside one angle (\(name(before)) and \(name(after))), expected one"
            )
        }
        var side = given
        switch letter {
        case .eastOrWest:
            guard !isLatitude else {
                throw error(.contradiction, .latitude, "has the letter O, expected \(expected)")
            }
            guard given == .east || given == .west else {
                throw error(
                    .ambiguous, .longitude, readings: [written + " W", written + " E"],
                    "has the letter O, which is west (ouest, oeste) to some and east (Ost) to others; "
                        + "write W or E")
            }
        case .hemisphere(let found):
            if let given, given != found {
                throw error(
                    .contradiction, isLatitude ? .latitude : .longitude,
                    "has the letter \(found.letter), and \(given.letter) was given beside it; expected "
                        + "one of both")
            }
            side = found
        case nil:
            if let said = head.nounBefore ?? tail.nounAfter, said != isLatitude {
                throw error(
                    .contradiction, nil, "says that it is a \(said ? "latitude" : "longitude")")
            }
        }
        if let side, side.isOfLatitude != isLatitude {
            throw error(
                .contradiction, isLatitude ? .latitude : .longitude,
                "has the letter \(side.letter) on a \(axis), expected \(expected)")
        }
        if let side, head.sign < 0 {
            throw error(
                .contradiction, isLatitude ? .latitude : .longitude,
                "has a minus sign and the letter \(side.letter), expected one of both")
        }
        return side
    }

    private func name(_ letter: DegreeItem.Letter) -> String {
        if case .hemisphere(let hemisphere) = letter { return hemisphere.letter }
        return "O"
    }

    /// Whether each mark, where there is one, stands behind the number it belongs to.
    private var hasMarksInOrder: Bool {
        for index in 0..<count {
            let mark = item(index).mark
            if mark != .none, Int(mark.rawValue) != index + 1 { return false }
            if index > 0, item(index).sign != 0 { return false }
        }
        return true
    }

    // MARK: Values

    /// Numbers that stand apart: degrees, minutes, seconds; decimals in the last of them only.
    private var separate: Parts {
        get throws(NotationError) {
            let degrees = head.number
            if count == 1 {
                let isWhole =
                    degrees.decimals == 0 && (head.mark != .none || letter != nil)
                return Parts(
                    magnitude: degrees.value(text), unit: degrees.unit,
                    notation: isWhole ? .wholeDegrees : .decimalDegrees)
            }
            let minutes = item(1).number
            guard count <= 3, !degrees.hasPoint, degrees.wholeDigits <= 3, minutes.wholeDigits <= 2,
                count == 2 || (!minutes.hasPoint && item(2).number.wholeDigits <= 2)
            else { throw DegreesReader.noPosition(text) }
            try check(minutes, .minutes)
            if count == 2 { return sexagesimal(degrees.digits, 0, minutes, perDegree: 60) }
            try check(item(2).number, .seconds)
            return sexagesimal(degrees.digits, minutes.digits, item(2).number, perDegree: 3600)
        }
    }

    private func check(
        _ number: WrittenNumber, _ part: NotationError.Part
    ) throws(NotationError) {
        guard number.value(text) < 60 else {
            throw error(
                .outOfRange, part,
                "has \(text.part(number.start, number.end).string) \(part.rawValue), expected less "
                    + "than 60")
        }
    }

    /// Degrees, whole minutes, and the last number, of which so many make a degree.
    private func sexagesimal(
        _ degrees: UInt64, _ minutes: UInt64, _ last: WrittenNumber, perDegree: UInt64
    ) -> Parts {
        let notation = perDegree == 60 ? Notation.degreesMinutes : .degreesMinutesSeconds
        let scale = WrittenNumber.power(last.decimals)
        let unit = 1 / (Double(perDegree) * scale)
        let whole = degrees * perDegree + minutes * 60
        if last.decimals <= 9, !last.isLong {
            // Both numbers are whole and below 2^53: the quotient is correctly rounded.
            let units = Double(whole * UInt64(scale) + last.digits)
            return Parts(
                magnitude: units / (Double(perDegree) * scale), unit: unit, notation: notation)
        }
        let value = (Double(whole) + last.value(text)) / Double(perDegree)
        return Parts(magnitude: value, unit: unit, notation: notation)
    }

    /// Digits without anything between: two for minutes and two for seconds, the rest degrees.
    private func runTogether(_ isLatitude: Bool) throws(NotationError) -> Parts {
        var last = head.number
        guard last.wholeDigits <= 7, !last.isLong else { throw DegreesReader.noPosition(text) }
        var scale: UInt64 = 1
        for _ in 0..<min(last.decimals, 12) { scale *= 10 }
        guard last.decimals <= 11 else { throw DegreesReader.noPosition(text) }
        let (whole, fraction) = last.digits.quotientAndRemainder(dividingBy: scale)
        last.digits = whole % 100 * scale + fraction
        guard whole % 100 < 60 else {
            let part: NotationError.Part = last.wholeDigits <= 5 ? .minutes : .seconds
            throw error(
                .outOfRange, part, "has \(whole % 100) \(part.rawValue), expected less than 60")
        }
        if last.wholeDigits <= 5 { return sexagesimal(whole / 100, 0, last, perDegree: 60) }
        let minutes = whole / 100 % 100
        guard minutes < 60 else {
            throw error(.outOfRange, .minutes, "has \(minutes) minutes, expected less than 60")
        }
        return sexagesimal(whole / 10_000, minutes, last, perDegree: 3600)
    }

    private func beyond(_ isLatitude: Bool, isFullyRead: Bool) -> NotationError {
        let (axis, limit) = isLatitude ? ("latitude", 90) : ("longitude", 180)
        let hint =
            isFullyRead || count > 1
            ? ""
            : "; degrees and minutes that are run together need the letter \(isLatitude ? "N or S" : "E or W"), and "
                + "metres of a grid their zone"
        return error(
            .outOfRange, isLatitude ? .latitude : .longitude,
            "has the \(axis) \(written), expected at most \(limit) degrees\(hint)")
    }
}
