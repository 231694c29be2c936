extension Hemisphere {
    /// The hemisphere that a word or letter names in English, French, German, Spanish, Italian,
    /// Portuguese, Russian or Ukrainian; `nil` for others, and for O, which is west in some and
    /// east in German.
    ///
    /// - Parameter bytes: the word in UTF-8; `N`, `north`, `с. ш.` and `Пн` are north.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard let text = ByteText(bytes) else { return nil }
        var key = WordKey()
        var place = text.start
        while place < text.end {
            if let width = key.append(text, at: place) {
                place += width
            } else if text[place] == 0x2E {
                place = text.afterSpaces(place + 1)
            } else {
                return nil
            }
        }
        guard case .hemisphere(let hemisphere) = key.meaning else { return nil }
        self = hemisphere
    }

    /// The hemisphere that a word or letter names; see the initializer for bytes.
    public init?(word: some StringProtocol) {
        var word = String(word)
        guard let found = word.withUTF8({ Hemisphere(UnsafeRawBufferPointer($0)) }) else {
            return nil
        }
        self = found
    }
}
