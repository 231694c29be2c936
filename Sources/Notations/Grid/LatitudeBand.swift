/// The bands of latitude by which grid references name their rows.
enum LatitudeBand {
    /// Whether a capital letter names a band of a UTM zone: C to X without I and O.
    @inline(__always)
    static func isOfZone(_ letter: UInt8) -> Bool {
        letter >= 0x43 && letter <= 0x58 && letter != 0x49 && letter != 0x4F
    }

    /// Whether a capital letter names half of a polar grid: A, B, Y, Z.
    @inline(__always)
    static func isPolar(_ letter: UInt8) -> Bool {
        letter == 0x41 || letter == 0x42 || letter == 0x59 || letter == 0x5A
    }

    /// The latitudes of a band in whole degrees; 8 degrees each from 80 south, but 12 of X.
    static func latitudes(_ letter: UInt8) -> ClosedRange<Double> {
        let skipped: UInt8 = letter > 0x4F ? 2 : letter > 0x49 ? 1 : 0
        let south = -80 + 8 * Double(letter - 0x43 - skipped)
        return south...(letter == 0x58 ? 84 : south + 8)
    }

    /// The letter of the band at a latitude, those beyond the bands counted to the last ones.
    static func letter(at latitude: Double) -> UInt8 {
        let number = min(max(Int(((latitude + 80) / 8).rounded(.down)), 0), 19)
        return Array("CDEFGHJKLMNPQRSTUVWX".utf8)[number]
    }

    /// Whether a band has no part in a zone: X in 32, 34 and 36, which 31, 33, 35 and 37 take over
    /// by Svalbard.
    static func isLeftOut(_ letter: UInt8, zone: Int32) -> Bool {
        letter == 0x58 && (zone == 32 || zone == 34 || zone == 36)
    }
}
