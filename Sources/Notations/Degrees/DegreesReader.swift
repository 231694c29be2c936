/// Reads angles in degrees, minutes and seconds, and pairs of them.
enum DegreesReader {
    /// A latitude and a longitude.
    struct Pair: Equatable {
        let latitude: WrittenAngle
        let longitude: WrittenAngle
    }

    /// The fault of a text that has no form known here.
    static func noPosition(_ text: ByteText) -> NotationError {
        NotationError(
            .notAPosition, text.string,
            "is no position; expected such as 48.4543, 38.2931 or 48°27'15\"N 38°17'35\"E or "
                + "37UDP3000050000 or 37 north 430000 5350000")
    }

    /// One angle of which the axis is known.
    static func angle(
        _ bytes: UnsafeRawBufferPointer, isLatitude: Bool, hemisphere: Hemisphere?
    ) throws(NotationError) -> WrittenAngle {
        let axis = isLatitude ? "latitude" : "longitude"
        guard let text = ByteText(bytes) else {
            throw NotationError(.notAPosition, "", "is empty, expected a \(axis)")
        }
        guard text.count <= ByteText.longest else { throw noPosition(text) }
        return try read(text) { (items) throws(NotationError) in
            let groups = DegreeGroups(text, items)
            guard groups.count == 1 else {
                throw NotationError(
                    .notAPosition, text.string,
                    "is no \(axis); expected one angle, such as 34.585 or 34°35'06\""
                        + (isLatitude ? "N" : "E"))
            }
            return try groups[0].angle(isLatitude: isLatitude, hemisphere: hemisphere)
        } describe: { angle in
            "\(angle.value.degrees)"
        }
    }

    /// Latitude and longitude in one text.
    static func pair(_ text: ByteText) throws(NotationError) -> Pair {
        try read(text) { (items) throws(NotationError) in
            try PairResolver(text, items).pair()
        } describe: { pair in
            "latitude \(pair.latitude.value.degrees), longitude \(pair.longitude.value.degrees)"
        }
    }

    /// What the numbers of a text come to, with commas between digits as separators or decimal
    /// signs, whichever gives a reading.
    private static func read<Value: Equatable>(
        _ text: ByteText, _ evaluate: (DegreeItems) throws(NotationError) -> Value,
        describe: (Value) -> String
    ) throws(NotationError) -> Value {
        let separating = reading(text, commas: false, evaluate)
        guard mayHaveDecimalCommas(text) else { return try separating.get() }
        let decimal = reading(text, commas: true, evaluate)
        switch (separating, decimal) {
        case (.success(let a), .success(let b)):
            if a == b { return a }
            throw NotationError(
                .ambiguous, text.string, readings: [describe(a), describe(b)],
                "can be read with commas between its numbers or within them; write a point or a "
                    + "semicolon")
        case (.success(let value), .failure), (.failure, .success(let value)): return value
        case (.failure(let a), .failure(let b)): throw b.code == .notAPosition ? a : b
        }
    }

    private static func reading<Value>(
        _ text: ByteText, commas: Bool, _ evaluate: (DegreeItems) throws(NotationError) -> Value
    ) -> Result<Value, NotationError> {
        DegreeItems.withRoom { items in
            var scanner = DegreeScanner(text, commas: commas, items: items)
            guard scanner.scan() else { return .failure(noPosition(text)) }
            do throws(NotationError) {
                return .success(try evaluate(scanner.items))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Whether a comma stands between two digits, and no point does.
    private static func mayHaveDecimalCommas(_ text: ByteText) -> Bool {
        var found = false
        var place = text.start + 1
        while place < text.end - 1 {
            let byte = text.bytes[place]
            if byte == 0x2C || byte == 0x2E, ByteText.isDigit(text.bytes[place - 1]),
                ByteText.isDigit(text.bytes[place + 1])
            {
                if byte == 0x2E { return false }
                found = true
            }
            place += 1
        }
        return found
    }
}
