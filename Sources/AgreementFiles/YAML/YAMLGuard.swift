/// Refuses texts that would keep a YAML parser busy for ever or exhaust its stack.
enum YAMLGuard {
    /// More brackets within brackets, or columns of indentation, than any agreement has.
    static let greatestDepth = 200
    /// More aliases than any agreement has.
    ///
    /// Nodes composed from few aliases stay few enough to be compared as keys; what they expand to
    /// is counted later.
    static let mostAliases = 32

    /// - Throws: `AgreementFileError` when the text nests too deep or has too many aliases.
    static func check(_ text: String, file: String) throws(AgreementFileError) {
        var depth = 0
        var aliases = 0
        var line = 1
        var isIndenting = true
        var column = 0
        var previous = UInt8(ascii: "\n")
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") {
                line += 1
                (isIndenting, column) = (true, 0)
            }
            column += 1
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"),
                UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                break
            default:
                if isIndenting, column > greatestDepth {
                    throw tooDeep(file, line)
                }
                isIndenting = false
            }
            if isIndenting, column > 4 * greatestDepth { throw tooDeep(file, line) }
            if depth > greatestDepth { throw tooDeep(file, line) }
            if byte == UInt8(ascii: "*"), " [{,\n:-?".utf8.contains(previous) { aliases += 1 }
            if aliases > mostAliases {
                throw AgreementFileError(
                    .syntax, file: file, at: TextMark(line: line, column: column),
                    "there are more than \(mostAliases) aliases (*); write out what they repeat")
            }
            previous = byte
        }
    }

    private static func tooDeep(_ file: String, _ line: Int) -> AgreementFileError {
        AgreementFileError(
            .syntax, file: file, at: TextMark(line: line, column: 1),
            "this is nested or indented more than \(greatestDepth) deep; an agreement needs five")
    }
}
