import Geodesy

/// Reads metres of the grids UTM and UPS.
struct UTMReader {
    /// A place of the grid, with the unit of the last digit of each number in metres.
    struct Reading {
        let place: GridPlace
        let eastingUnit: Double
        let northingUnit: Double
    }

    let text: ByteText
    private(set) var saysUTM = false
    private(set) var saysUPS = false
    private(set) var zone: Int?
    /// The letter beside the zone, as a capital.
    private(set) var letter: UInt8 = 0
    /// What a word says of the hemisphere.
    private(set) var isNorth: Bool?
    private(set) var first: WrittenNumber?
    private(set) var second: WrittenNumber?
    /// E or N beside the numbers.
    private var firstAxis: UInt8 = 0
    private var secondAxis: UInt8 = 0
    private var pendingAxis: UInt8 = 0
    private var hasAxesInFront = false

    init(_ text: ByteText) { self.text = text }

    /// The place that the text names; `nil` where it has not the form of grid metres.
    mutating func read() throws(NotationError) -> Reading? {
        guard scan(), let first, let second, hasShape(first, second) else { return nil }
        let isNorthingFirst = firstAxis == 0x4E
        if firstAxis != 0, firstAxis == secondAxis {
            throw NotationError(
                .contradiction, text.string,
                "has the letter \(firstAxis == 0x4E ? "N" : "E") on both numbers, expected E on the "
                    + "easting and N on the northing")
        }
        return try evaluate(
            easting: isNorthingFirst ? second : first, northing: isNorthingFirst ? first : second)
    }

    /// Whether two numbers and what stands beside them can be grid metres, and not degrees.
    private func hasShape(_ first: WrittenNumber, _ second: WrittenNumber) -> Bool {
        if saysUTM || saysUPS { return true }
        // A number of 5 digits or more is no count of degrees, minutes or seconds.
        let isLarge = first.wholeDigits >= 5 || second.wholeDigits >= 5
        return isLarge && (zone != nil || LatitudeBand.isPolar(letter))
    }

    /// Finds the parts; false at the first thing that no such text has.
    private mutating func scan() -> Bool {
        var p = text.start
        while p < text.end {
            let byte = text[p]
            if ByteText.isDigit(byte) {
                guard let number = WrittenNumber(text, at: p, commas: false) else { return false }
                guard take(number) else { return false }
                p = number.end
            } else if ByteText.capital(byte) != 0 {
                var end = p
                var word: UInt64 = 0
                while ByteText.capital(text[end]) != 0 {
                    if end - p == 8 { return false }
                    word = word << 8 | UInt64(text[end] | 0x20)
                    end += 1
                }
                guard take(word, length: end - p) else { return false }
                p = end
            } else if byte == 0x2C || byte == 0x3B || byte == 0x2F || byte == 0x3A {
                p += 1
            } else {
                let next = text.afterSpaces(p)
                if next == p { return false }
                p = next
            }
        }
        return pendingAxis == 0
    }

    private mutating func take(_ number: WrittenNumber) -> Bool {
        let isZone = number.wholeDigits <= 2 && !number.hasPoint && zone == nil && !saysUPS
        if isZone, first == nil || second != nil {
            zone = Int(number.digits)
            return true
        }
        if first == nil {
            (first, firstAxis) = (number, pendingAxis)
        } else if second == nil {
            (second, secondAxis) = (number, pendingAxis)
        } else {
            return false
        }
        pendingAxis = 0
        return true
    }

    private mutating func take(_ word: UInt64, length: Int) -> Bool {
        switch word {
        case Self.word("utm"), Self.word("zone"):
            saysUTM = true
        case Self.word("ups"):
            saysUPS = true
        case Self.word("north"), Self.word("south"):
            guard isNorth == nil, letter == 0 else { return false }
            isNorth = word == Self.word("north")
        case Self.word("m") where first != nil: break
        case Self.word("easting"), Self.word("me"):
            return takeAxis(0x45)
        case Self.word("northing"), Self.word("mn"):
            return takeAxis(0x4E)
        default:
            guard length == 1 else { return false }
            let capital = UInt8(word) & 0xDF
            let isBesideZone = (zone != nil || first == nil) && letter == 0 && isNorth == nil
            if isBesideZone, first == nil || second != nil && zoneIsLast {
                letter = capital
                return true
            }
            return capital == 0x45 || capital == 0x4E ? takeAxis(capital) : false
        }
        return true
    }

    /// Whether the zone came after both numbers.
    private var zoneIsLast: Bool {
        guard zone != nil, second != nil else { return false }
        return letter == 0 && isNorth == nil && (firstAxis == 0) == (secondAxis == 0)
    }

    private mutating func takeAxis(_ axis: UInt8) -> Bool {
        if first == nil { hasAxesInFront = true }
        if hasAxesInFront {
            guard pendingAxis == 0, second == nil else { return false }
            pendingAxis = axis
        } else if second != nil {
            guard secondAxis == 0 else { return false }
            secondAxis = axis
        } else {
            guard firstAxis == 0 else { return false }
            firstAxis = axis
        }
        return true
    }

    /// A short word's letters, as `scan` packs them.
    @inline(__always)
    private static func word(_ word: StaticString) -> UInt64 {
        var packed: UInt64 = 0
        for index in 0..<word.utf8CodeUnitCount {
            packed = packed << 8 | UInt64(word.utf8Start[index])
        }
        return packed
    }
}
