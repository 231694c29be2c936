/// Changes bytes at random, the same way for the same seed.
struct Mutator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The next number of SplitMix64 (Steele, Lea and Flood, 2014).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(count, 1))) }

    /// What a format gives a meaning to, to be put anywhere.
    private static let words: [[UInt8]] =
        [
            "{", "}", "[", "]", "\"", ":", ",", ";", "\t", "\n", "\r\n", "\r", "\\", "\\u0000",
            "\\ud800", "\u{1E}", "\u{FEFF}", "null", "true", "NaN", "-Infinity", "-0", "1e400",
            "1e-400", "181", "91", "-", "\"features\":[", "\"type\":\"Feature\"",
            "\"properties\":[]", "\"properties\":{}", "\"geometry\":null", "\"crs\":null",
            "\"dmz_note\":\"altered: x\"", "\"dmz_error\":\"x\"", "dmz_error", "\"\"", "''", "&a ",
            "*a", "<<: ", "- ", "? ", "| ", "!!binary ", "of: ", "within: ", "2 km", "-1 m", "D+0",
            "2026-10-25T03:30+03:00", "except: [", "{union: [", "#", "\u{202E}", "\u{7F}",
            "<event ", "</event>", "<point lat='1' lon=\"2\"/>", "<!--", "-->", "<![CDATA[", "]]>",
            "<?xml ?>",
            "<!DOCTYPE a [", "<a>", "</a>", "&lt;", "&#0;",
        ].map { Array($0.utf8) } + [[0x00], [0xFF], [0xC3], [0xE2, 0x80]]

    mutating func mutate(_ bytes: inout [UInt8]) {
        for _ in 0...below(4) {
            let at = below(bytes.count + 1)
            let length = min([1, 2, 7, 40, 300][below(5)], bytes.count - at)
            let stretch = at..<at + length
            switch below(7) {
            case 0 where at < bytes.count: bytes[at] ^= 1 << UInt8(below(8))
            case 1: bytes.removeSubrange(stretch)
            case 2: bytes.insert(contentsOf: bytes[stretch], at: below(bytes.count + 1))
            case 3 where below(4) == 0: bytes.removeSubrange(at...)
            case 4 where at < bytes.count: bytes[at] = UInt8(below(256))
            default:
                let word = Self.words[below(Self.words.count)]
                if below(2) == 0 {
                    bytes.insert(contentsOf: word, at: at)
                } else {
                    bytes.replaceSubrange(at..<min(at + word.count, bytes.count), with: word)
                }
            }
        }
    }
}
