import Agreements

/// Times with an offset as programs write them that do not keep to RFC 3339.
enum WrittenTime {
    /// The moment; `nil` where the text names none, or no offset.
    ///
    /// Read besides RFC 3339 are slashes in the date, offsets such as `+00`, `+0000` and ` UTC`, and the
    /// two together as Go writes them.
    static func instant(_ text: String) -> Instant? {
        if let instant = try? Instant(parsing: text) { return instant }
        var plain = text.trimmed
        for name in [" UTC", " GMT", "UTC", "GMT", " Z", " z"] where plain.hasSuffix(name) {
            let rest = plain.dropLast(name.count).trimmed
            // Go says the offset and its name, which must agree.
            if let sign = hasOffset(rest) ? sign(rest) : nil {
                let digits = rest[rest.index(after: sign)...].filter { $0 != ":" }
                guard digits.allSatisfy({ $0 == "0" }) else { return nil }
                plain = rest
            } else {
                plain = rest + "Z"
            }
            break
        }
        plain = withWholeOffset(plain)
        let bytes = Array(plain.utf8)
        guard bytes.count > 10 else { return nil }
        if bytes[4] == UInt8(ascii: "/"), bytes[7] == UInt8(ascii: "/") {
            plain =
                String(decoding: bytes[..<4], as: UTF8.self) + "-"
                + String(decoding: bytes[5..<7], as: UTF8.self) + "-"
                + String(decoding: bytes[8...], as: UTF8.self)
        }
        return try? Instant(parsing: plain)
    }

    /// What is wrong with a text that names no moment though it has an offset; `nil` where it has none.
    static func fault(_ text: String) -> String? {
        let plain = text.trimmed
        guard plain.first?.isNumber == true, plain.uppercased().hasSuffix("Z") || hasOffset(plain)
        else { return nil }
        do throws(Instant.ParsingError) {
            _ = try Instant(parsing: plain)
            return nil
        } catch {
            return error.reason
        }
    }

    /// Where the sign of an offset stands, behind the date.
    private static func sign(_ text: String) -> String.Index? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        return text[colon...].lastIndex { $0 == "+" || $0 == "-" }
    }

    private static func hasOffset(_ text: String) -> Bool {
        guard let sign = sign(text) else { return false }
        return text[text.index(after: sign)...].allSatisfy {
            $0.isASCII && ($0.isNumber || $0 == ":")
        }
    }

    /// `+00` and `+0000` as `+00:00`, and no space before.
    private static func withWholeOffset(_ text: String) -> String {
        guard hasOffset(text), let sign = sign(text) else { return text }
        let digits = text[text.index(after: sign)...].filter { $0 != ":" }
        guard digits.count == 2 || digits.count == 4 else { return text }
        let minutes = digits.count == 4 ? digits.suffix(2) : "00"
        return text[..<sign].trimmed + "\(text[sign])\(digits.prefix(2)):\(minutes)"
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
