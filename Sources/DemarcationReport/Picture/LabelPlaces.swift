/// Finds room for labels, none of which lies upon another.
struct LabelPlaces {
    /// A rectangle that is taken.
    private struct Box {
        let left: Double
        let top: Double
        let right: Double
        let bottom: Double

        func meets(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    private let frame: MapFrame
    private var taken: [Box] = []

    init(_ frame: MapFrame) { self.frame = frame }

    /// Takes a rectangle, so that no label comes there.
    mutating func take(left: Double, top: Double, width: Double, height: Double) {
        taken.append(Box(left: left, top: top, right: left + width, bottom: top + height))
    }

    /// The middle of the base line of a text near one of some places, the first that has room; `nil` where
    /// none has.
    mutating func place(_ text: String, size: Double, near places: [MapPoint]) -> MapPoint? {
        let width = Self.width(of: text, size: size)
        for place in places {
            let box = Box(
                left: place.x - width / 2 - 2, top: place.y - size, right: place.x + width / 2 + 2,
                bottom: place.y + size * 0.3)
            let isInside =
                box.left > frame.left + 2 && box.right < frame.left + frame.width - 2
                && box.top > frame.top + 2 && box.bottom < frame.top + frame.height - 2
            guard isInside, !taken.contains(where: { $0.meets(box) }) else { continue }
            taken.append(box)
            return place
        }
        return nil
    }

    private static let narrow = Set("iljtf.,:;'|!() ".unicodeScalars)

    /// About how wide a text is.
    static func width(of text: String, size: Double) -> Double {
        var width = 0.0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x300...0x36F: break
            case 0x2E80...0xFFFF: width += size
            default: width += narrow.contains(scalar) ? 0.36 * size : 0.61 * size
            }
        }
        return width
    }
}
