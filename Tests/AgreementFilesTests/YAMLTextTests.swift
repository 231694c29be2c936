import TestSupport
import Testing

@testable import AgreementFiles

/// Nodes written as YAML and read again.
@Suite struct YAMLTextTests {
    /// What a node holds, without the places.
    static func plain(_ node: YAMLNode?) -> String {
        switch node?.content {
        case .scalar(let text): "<\(text)>"
        case .list(let nodes): "[" + nodes.map(plain).joined(separator: "\u{1}") + "]"
        case .mapping(let pairs):
            "{" + pairs.map { "<\($0.key)>" + plain($0.value) }.joined(separator: "\u{1}") + "}"
        case nil: ""
        }
    }

    private static func node(_ depth: Int, _ random: inout SeededGenerator) -> YAMLNode {
        let mark = TextMark(line: 1, column: 1)
        let pieces = [
            "a", "B", "ж", "é", "0", "7", ":", " ", "-", "#", "'", "\"", "\\", ",", "[", "]", "{",
            "}", "&", "*", "!",
            "|", ">", "%", "@", "`", "?", "=", "~", ".", "/", "\n", "\t", "\r", "\u{1F600}",
            "\u{85}", "\u{2028}",
            "\u{301}", "no", "null", "1e3", "0x1", "- ", ": ", "---", "...", "<<",
            "2 km", "\u{7}",
        ]
        func text() -> String {
            (0..<Int.random(in: 0...6, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
        }
        let count = Int.random(in: 0...4, using: &random)
        switch depth > 3 ? 0 : Int.random(in: 0...2, using: &random) {
        case 0: return YAMLNode(content: .scalar(text()), mark: mark)
        case 1:
            return YAMLNode(
                content: .list((0..<count).map { _ in node(depth + 1, &random) }), mark: mark)
        default:
            let pairs = (0..<count).map { number in
                YAMLNode.Pair(
                    key: text() + "\(number)", keyMark: mark, value: node(depth + 1, &random))
            }
            return YAMLNode(content: .mapping(pairs), mark: mark)
        }
    }

    @Test("What is written is read as it was")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 20_261_130)
        for _ in 0..<300 {
            let pairs = (0..<4).map { number in
                YAMLNode.Pair(
                    key: "k\(number)", keyMark: TextMark(line: 1, column: 1),
                    value: Self.node(0, &random))
            }
            let node = YAMLNode(content: .mapping(pairs), mark: TextMark(line: 1, column: 1))
            let text = node.text()
            let (again, errors) = try YAMLDocument.read(text, file: "x")
            let (found, wanted) = (Self.plain(again), Self.plain(node))
            #expect(errors.isEmpty && found == wanted, "\(text)")
        }
    }

    @Test(
        "Plain is what no reader takes for anything else",
        arguments: [
            ("2 km each side", true), ("D+72h", true), ("1953-07-27T22:00+09:00 Asia/Seoul", true),
            ("no", false),
            ("Null", false), ("0646", false), ("75", true), ("22.5", true), ("1e3", false),
            (">= 100 mm", false),
            ("12:30", false), ("../a.geojson", true), ("...", true), ("-", false), ("~", false),
            ("", false),
            ("a: b", false), ("a #b", false), ("para 13(a)", true), ("07:00-19:00", true),
            ("x:", false),
            (" x", false), ("+3", false), (".5", false), (".inf", false), ("I.4", true),
        ])
    func plain(text: String, isPlain: Bool) throws {
        let mark = TextMark(line: 1, column: 1)
        let pair = YAMLNode.Pair(
            key: "k", keyMark: mark, value: YAMLNode(content: .scalar(text), mark: mark))
        let written = YAMLNode(content: .mapping([pair]), mark: mark).text()
        #expect(written == "k: " + (isPlain ? text : "\"\(text)\"") + "\n")
    }
}
