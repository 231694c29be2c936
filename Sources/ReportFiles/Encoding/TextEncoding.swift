#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How the characters of a file are written as bytes.
package struct TextEncoding: Hashable, Sendable {
    /// Its name as iconv knows it.
    package let name: String

    /// An encoding by its name, such as `windows-1251`, `UTF-16LE` or `KOI8-U`; `nil` where the system's
    /// iconv has none of that name.
    package init?(_ name: String) {
        // What stands behind a slash tells iconv to change or drop characters.
        guard !name.isEmpty, !name.contains("/"), let handle = Self.open(name) else { return nil }
        iconv_close(handle)
        self.name = name
    }

    private init(known name: String) { self.name = name }

    /// The encoding that a file's mark names: UTF-16 in one of its two orders of bytes.
    init?(mark: UnsafeRawBufferPointer) {
        if mark.starts(with: [0xFF, 0xFE]) {
            self.init(known: "UTF-16LE")
        } else if mark.starts(with: [0xFE, 0xFF]) {
            self.init(known: "UTF-16BE")
        } else {
            return nil
        }
    }

    /// How many bytes of a mark tell.
    static let markLength = 2

    /// The bytes of one unit, which is passed over where it is no character.
    var unit: Int {
        let name = name.lowercased()
        for (prefixes, bytes) in [
            (["utf-16", "utf16", "ucs-2"], 2), (["utf-32", "utf32", "ucs-4"], 4),
        ]
        where prefixes.contains(where: { name.hasPrefix($0) }) {
            return bytes
        }
        return 1
    }

    /// A conversion to UTF-8; `nil` where there is none.
    static func open(_ name: String) -> iconv_t? {
        let handle = iconv_open("UTF-8", name)
        // (iconv_t) -1 on failure
        return handle == iconv_t(bitPattern: -1) ? nil : handle
    }

    /// The encoding that bytes which are not UTF-8 are likely in: Cyrillic words are runs of high bytes,
    /// while accented letters of western Europe stand alone among others.
    static func guess(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
        var (inRuns, alone) = (0, 0)
        var k = 0
        while k < bytes.count {
            var end = k
            while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
            if end - k > 1 { inRuns += end - k } else { alone += end - k }
            k = max(end, k + 1)
        }
        guard inRuns + alone > 0 else { return nil }
        return TextEncoding(known: inRuns > alone ? "windows-1251" : "windows-1252")
    }
}
