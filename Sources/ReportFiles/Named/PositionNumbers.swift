import Geodesy

/// What the numbers are, parted by white space, that make a position in one text.
package struct PositionNumbers: Hashable, Sendable {
    /// What one of them may be.
    package enum Part: String, CaseIterable, Hashable, Sendable {
        case latitude, longitude, height, uncertainty
    }

    private let parts: [Part]

    /// Such parts in their order; texts may leave out some at the end, but not longitude and latitude.
    ///
    /// `nil` where one is named twice, or longitude and latitude do not come first.
    package init?(_ parts: [Part]) {
        guard Set(parts).count == parts.count, parts.count >= 2,
            Set(parts.prefix(2)) == [.latitude, .longitude]
        else { return nil }
        self.parts = parts
    }

    /// What was read of a text.
    struct Found {
        let position: Coordinate
        /// The text of the uncertainty; `nil` where there is none.
        let uncertainty: String?
        /// The decimal sign of longitude and latitude, which one hand wrote with the others; `nil` where they do
        /// not tell.
        let sign: DecimalSign?
    }

    /// The position that such numbers name; `nil` where the text is not made of two of them or more.
    ///
    /// Of those behind longitude and latitude it does not matter here whether they can be read.
    func read(_ bytes: UnsafeRawBufferPointer) -> Found? {
        let words = bytes.split(maxSplits: parts.count) { [0x20, 0x09].contains($0) }
        guard words.count >= 2, words.count <= parts.count, words.allSatisfy(Self.isNumber) else {
            return nil
        }
        var values: [Part: Double] = [:]
        var signs: Set<DecimalSign> = []
        var uncertainty: String?
        for (part, word) in zip(parts, words) {
            if part == .uncertainty { uncertainty = String(decoding: word, as: UTF8.self) }
            guard part == .latitude || part == .longitude else { continue }
            // Degrees have no thousands.
            let sign = DecimalSign(of: String(decoding: word, as: UTF8.self))
            let bytes = UnsafeRawBufferPointer(rebasing: word)
            guard let number = Double(csv: bytes, sign) else { return nil }
            values[part] = number
            if word.contains(sign.byte) { signs.insert(sign) }
        }
        guard let longitude = values[.longitude], let latitude = values[.latitude] else {
            return nil
        }
        return Found(
            position: Coordinate(longitude: longitude, latitude: latitude),
            uncertainty: uncertainty, sign: signs.count == 1 ? signs.first : nil)
    }

    /// Whether a text has more than two numbers, whatever parts them.
    func mayHoldMore(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let hasPoints = bytes.contains(DecimalSign.point.byte)
        let words = bytes.split {
            $0.isJSONSpace || $0 == UInt8(ascii: ";") || hasPoints && $0 == UInt8(ascii: ",")
        }
        return parts.count > 2 && words.count { Self.isNumber($0) } > 2
    }

    /// Whether a word is made of what numbers are made of.
    private static func isNumber(_ word: Slice<UnsafeRawBufferPointer>) -> Bool {
        word.allSatisfy { "0123456789+-.,eE".utf8.contains($0) }
    }
}
