/// What a word in a position means.
enum Word: Equatable {
    case hemisphere(Hemisphere)
    /// O: west in French, Spanish and Italian, east in German.
    case eastOrWest
    /// `latitude`, `lon`, or what stands for it behind a letter in Russian and Ukrainian.
    case noun(isLatitude: Bool)
    case degrees, minutes, seconds
}

/// The letters of a word, folded to lower case, at most 16.
struct WordKey: Equatable {
    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0
    private(set) var count = 0

    /// Takes one more letter of a text; `nil` if none stands at a place, or how many bytes it has.
    ///
    /// Latin letters lose their accents; Cyrillic ones get numbers from 0x80 on.
    @inline(__always)
    mutating func append(_ text: ByteText, at place: Int) -> Int? {
        let byte = text[place]
        if ByteText.capital(byte) != 0 {
            put(byte | 0x20)
            return 1
        }
        guard byte >= 0xC3, byte <= 0xD1 else { return nil }
        let second = text[place + 1]
        guard second & 0xC0 == 0x80 else { return nil }
        let scalar = UInt16(byte & 0x1F) << 6 | UInt16(second & 0x3F)
        switch scalar {
        case 0x410...0x42F: put(UInt8(scalar - 0x410) + 0x80)
        case 0x430...0x44F: put(UInt8(scalar - 0x430) + 0x80)
        case 0x406, 0x456: put(0xA0)
        case 0x407, 0x457: put(0xA1)
        case 0x404, 0x454: put(0xA2)
        case 0xDC, 0xFC: put(0x75)
        case 0xD6, 0xF6: put(0x6F)
        default: return nil
        }
        return 2
    }

    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        if count < 8 {
            low |= UInt64(byte) << UInt64(8 * count)
        } else if count < 16 {
            high |= UInt64(byte) << UInt64(8 * (count - 8))
        }
        count += 1
    }

    static func == (a: WordKey, b: WordKey) -> Bool {
        a.low == b.low && a.high == b.high && a.count == b.count
    }

    /// What the word means, if it is known.
    var meaning: Word? {
        if count == 1 {
            switch low {
            case 0x6E: return .hemisphere(.north)
            case 0x73: return .hemisphere(.south)
            case 0x65: return .hemisphere(.east)
            case 0x77: return .hemisphere(.west)
            case 0x6F: return .eastOrWest
            case 0x64: return .degrees
            case 0x6D: return .minutes
            default: break
            }
        }
        return Self.known.first { $0.key == self }?.word
    }

    private static let known: [(key: WordKey, word: Word)] = words.flatMap { entry in
        entry.words.split(separator: " ").map { (WordKey(String($0)), entry.word) }
    }

    init() {}

    init(_ word: String) {
        for scalar in word.unicodeScalars {
            Array(String(scalar).utf8).withUnsafeBytes { bytes in
                if let text = ByteText(bytes) { _ = append(text, at: 0) }
            }
        }
    }

    // Abbreviations stand without their full stops.
    private static let words: [(word: Word, words: String)] = [
        (
            .hemisphere(.north),
            "north northern nord norte northerly с сш пн пнш север северной північної"
        ),
        (
            .hemisphere(.south),
            "south southern sud süd sur sul southerly ю юш пд пдш юг южной південної"
        ),
        (
            .hemisphere(.east),
            "east eastern est este ost leste easterly в вд сх схд восток восточной східної"
        ),
        (
            .hemisphere(.west),
            "west western ouest oeste ovest westerly з зд зх зхд запад западной західної"
        ),
        (.noun(isLatitude: true), "lat latitude ш широта широты широти шир"),
        (.noun(isLatitude: false), "lon long lng longitude д долгота долготы довгота довготи долг"),
        (.degrees, "deg degs degree degrees град градусов градусів"),
        (.minutes, "min mins minute minutes мин минут мін хвилин"),
        (.seconds, "sec secs second seconds сек секунд"),
    ]
}
