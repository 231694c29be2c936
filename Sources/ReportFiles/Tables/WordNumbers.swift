/// Numbers for texts, which are told apart by their bytes.
struct WordNumbers {
    /// A text that equals no other that is written in other bytes.
    private struct Exact: Hashable {
        let text: String

        static func == (a: Self, b: Self) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

        func hash(into hasher: inout Hasher) {
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    /// The texts by their numbers.
    private(set) var texts: [String] = []
    /// How many bytes they have together.
    private(set) var bytes = 0
    private var numbers: [Exact: Int] = [:]

    /// The number of a text, which is the next one when it is new.
    mutating func number(_ text: String) -> Int {
        if let known = numbers[Exact(text: text)] { return known }
        let number = texts.count
        numbers[Exact(text: text)] = number
        texts.append(text)
        bytes += text.utf8.count
        return number
    }
}
