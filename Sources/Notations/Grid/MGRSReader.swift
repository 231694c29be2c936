internal import CGeographicLibText

/// Reads references of the Military Grid Reference System.
///
/// - Source: NGA.STND.0037, Universal Grids and Grid Reference Systems, chapter 3; `MGRS::Reverse`
///   of GeographicLib.
struct MGRSReader {
    /// A cell by its south-west corner and its side in metres.
    struct Cell {
        let corner: GridPlace
        let side: Double
    }

    let text: ByteText
    private(set) var zone: Int32 = 0
    private(set) var zoneDigits = 0
    private(set) var letters = 0
    private(set) var digits = 0
    /// Bit n is set where white space stands after n digits.
    private(set) var breaks: UInt32 = 0
    private(set) var packed = PackedReference()

    init(_ text: ByteText) { self.text = text }

    /// The cell that the text names; `nil` where it has not the form of such a reference.
    mutating func read() throws(NotationError) -> Cell? {
        guard scan() else { return nil }
        if let fault = shapeFault { throw fault }
        var corner = cgt_grid()
        var precision: Int32 = 0
        // False for letters that name no square.
        let isRead = packed.withBytes { cgt_read_mgrs($0, packed.count, &corner, &precision) }
        guard isRead, !LatitudeBand.isLeftOut(letter(0), zone: zone) else { throw squareFault }
        return Cell(corner: GridPlace(corner), side: Self.side(digits / 2))
    }

    /// The first place behind `MGRS` or `MGRS:`, if the text begins so.
    private var afterName: Int {
        let name: StaticString = "MGRS"
        for index in 0..<4
        where ByteText.capital(text[text.start + index]) != name.utf8Start[index] {
            return text.start
        }
        let place = text.afterSpaces(text.start + 4)
        return text[place] == 0x3A ? text.afterSpaces(place + 1) : place
    }

    /// Whether the text is up to two digits, three letters, and digits alone, with white space
    /// anywhere between.
    private mutating func scan() -> Bool {
        var p = afterName
        while ByteText.isDigit(text[p]) {
            zone = zone * 10 + Int32(text[p] - 0x30)
            zoneDigits += 1
            p += 1
            if zoneDigits > 2 { return false }
        }
        if zoneDigits > 0 {
            packed.append(0x30 + UInt8(zone / 10))
            packed.append(0x30 + UInt8(zone % 10))
        }
        while letters < 3 {
            p = text.afterSpaces(p)
            let letter = ByteText.capital(text[p])
            guard letter != 0 else { break }
            packed.append(letter)
            letters += 1
            p += 1
        }
        // Without a zone, three letters are a word or a polar square.
        guard letters == 3, zoneDigits > 0 || LatitudeBand.isPolar(letter(0)) else { return false }
        while p < text.end {
            let byte = text[p]
            if ByteText.isDigit(byte) {
                packed.append(byte)
                digits += 1
                p += 1
            } else {
                let next = text.afterSpaces(p)
                if next == p { return false }
                if digits < 32 { breaks |= 1 << UInt32(digits) }
                p = next
            }
        }
        return true
    }

    /// Whether the text is a zone and a band without a square, and no latitude or longitude, after
    /// `read`.
    var isZoneAlone: Bool {
        guard zoneDigits > 0, letters == 1, text.end - text.start <= 4,
            LatitudeBand.isOfZone(letter(0)), ByteText.capital(text[text.end - 1]) != 0
        else { return false }
        return ![0x4E, 0x53, 0x45, 0x57].contains(letter(0))
    }

    /// One of the three letters, as a capital.
    func letter(_ index: Int) -> UInt8 { packed[(zoneDigits > 0 ? 2 : 0) + index] }

    private static func side(_ digits: Int) -> Double {
        switch digits {
        case 0: 100_000
        case 1: 10_000
        case 2: 1000
        case 3: 100
        case 4: 10
        default: 1
        }
    }
}
