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
    }

    /// The position that such numbers name; `nil` where the text is not made of two of them or more.
    func read(_ bytes: UnsafeRawBufferPointer) -> Found? {
        let words = bytes.split(maxSplits: parts.count) { [0x20, 0x09].contains($0) }
        guard words.count >= 2, words.count <= parts.count else { return nil }
        var values: [Part: Double] = [:]
        var uncertainty: String?
        for (part, word) in zip(parts, words) {
            guard let number = Double(csv: UnsafeRawBufferPointer(rebasing: word)) else {
                return nil
            }
            values[part] = number
            if part == .uncertainty { uncertainty = String(decoding: word, as: UTF8.self) }
        }
        guard let longitude = values[.longitude], let latitude = values[.latitude] else {
            return nil
        }
        return Found(
            position: Coordinate(longitude: longitude, latitude: latitude),
            uncertainty: uncertainty)
    }
}
