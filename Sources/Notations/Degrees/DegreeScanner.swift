/// Finds the numbers of a text of degrees, their marks, letters and separators.
struct DegreeScanner {
    let text: ByteText
    /// Whether a comma between two digits is a decimal sign.
    let commas: Bool
    var items: DegreeItems

    private var place: Int
    private var separator: UInt8 = 0
    private var isJoined = false
    private var sign: Int8 = 0
    private var letter: DegreeItem.Letter?
    private var noun: Bool?
    /// Whether letters and nouns stand before their numbers.
    private var lettersLead = false
    private var nounsLead = false
    /// What was read last, and whether white space followed.
    private var last = Last.start

    private enum Last { case start, number, mark, letterBehind, letterBefore, noun, other }

    init(_ text: ByteText, commas: Bool, items: DegreeItems) {
        (self.text, self.commas, self.items) = (text, commas, items)
        place = text.start
    }

    private var isSeparated: Bool { separator != 0 }

    /// Reads all of the text; false at the first thing that no such text has.
    mutating func scan() -> Bool {
        while place < text.end {
            let byte = text[place]
            let isTaken: Bool
            if ByteText.isDigit(byte) || byte == 0x2E {
                isTaken = takeNumber()
            } else if byte == 0x20 {
                place += 1
                isTaken = true
            } else {
                isTaken = takeSign(byte) || takeMark(byte) || takeWord() || takeSpace()
            }
            if !isTaken { return false }
        }
        if let letter, last == .letterBefore, items.count > 0, !isSeparated, noun == nil {
            // One letter too many, which the angle's reader tells.
            items.list[items.count - 1].letterAfter = letter
            self.letter = nil
        }
        return items.count > 0 && letter == nil && noun == nil && sign == 0 && !isJoined
    }

    private mutating func takeNumber() -> Bool {
        // Not `.15` of `48.27.15`.
        guard items.count < DegreeItems.capacity,
            last != .number || place > items.list[items.count - 1].number.end,
            let number = WrittenNumber(text, at: place, commas: commas)
        else { return false }
        var item = DegreeItem(number: number)
        item.sign = sign
        item.separator = separator
        item.isJoined = isJoined
        item.letterBefore = letter
        item.nounBefore = noun
        items.append(item)
        (separator, isJoined, sign, letter, noun) = (0, false, 0, nil, nil)
        place = number.end
        last = .number
        return true
    }

    private mutating func takeSpace() -> Bool {
        let next = text.afterSpaces(place)
        defer { place = next }
        return next > place
    }

    // MARK: Punctuation

    private mutating func takeSign(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2C, 0x3B, 0x2F, 0x7C:
            // One between two numbers at most, and none in front.
            guard items.count > 0, !isSeparated, sign == 0, !isJoined else { return false }
            place += 1
            separator = text.afterSpaces(place) > place ? byte | 0x80 : byte
        case 0x3A, 0x3D:
            if last == .noun {
                place += 1
                return true
            }
            guard byte == 0x3A, last == .number, ByteText.isDigit(text[place + 1]), !isJoined
            else { return false }
            isJoined = true
            place += 1
        case 0x2B:
            guard sign == 0, !isJoined, isNumber(place + 1) else { return false }
            sign = 1
            place += 1
        case 0x2D: return takeDash(width: 1)
        case 0xE2:
            let (second, third) = (text[place + 1], text[place + 2])
            let isDash =
                second == 0x80 && third >= 0x90 && third <= 0x93 || second == 0x88 && third == 0x92
            return isDash && takeDash(width: 3)
        default: return false
        }
        return true
    }

    private func isNumber(_ place: Int) -> Bool {
        ByteText.isDigit(text[place])
            || (text[place] == 0x2E && ByteText.isDigit(text[place + 1]))
    }

    /// A dash joins numbers (`48-27-15`), parts positions (`482715N-0381735E`), or is a minus sign.
    private mutating func takeDash(width: Int) -> Bool {
        guard sign == 0, !isJoined else { return false }
        let isTouching = place > text.start && !endsSpace(place)
        let isFollowed = isNumber(place + width)
        place += width
        if last == .letterBehind, !isSeparated, isTouching == isFollowed {
            separator = 0x2D
        } else if isFollowed,
            !isTouching || last == .start || last == .noun || last == .letterBefore
                || isSeparated
        {
            sign = -1
        } else if last == .number || last == .mark, !isSeparated {
            isJoined = true
        } else {
            return false
        }
        return true
    }

    /// Whether white space ends before a place.
    private func endsSpace(_ place: Int) -> Bool {
        let byte = text.bytes[place - 1]
        return ByteText.isSpace(byte)
            || (byte == 0xA0 && place >= text.start + 2 && text.bytes[place - 2] == 0xC2)
    }

    // MARK: Marks

    private mutating func takeMark(_ byte: UInt8) -> Bool {
        let (second, third) = (text[place + 1], text[place + 2])
        switch byte {
        case 0x27, 0x60: return put(.minutes, width: 1)
        case 0x22: return put(.seconds, width: 1)
        case 0xC2:
            if second == 0xB0 || second == 0xBA { return put(.degrees, width: 2) }
            if second == 0xB4 { return put(.minutes, width: 2) }
        case 0xCA:
            if second == 0xB9 || second == 0xBC { return put(.minutes, width: 2) }
            if second == 0xBA { return put(.seconds, width: 2) }
        case 0xCB:
            if second == 0x9A { return put(.degrees, width: 2) }
        case 0xE2:
            if second == 0x81, third == 0xB0 { return put(.degrees, width: 3) }
            guard second == 0x80 else { return false }
            switch third {
            case 0x98, 0x99, 0xB2, 0xB5: return put(.minutes, width: 3)
            case 0x9C, 0x9D, 0x9E, 0xB3: return put(.seconds, width: 3)
            default: return false
            }
        default: return false
        }
        return false
    }

    private mutating func put(_ mark: DegreeItem.Mark, width: Int, letter: UInt8 = 0) -> Bool {
        guard last == .number || last == .mark, items.count > 0 else { return false }
        let index = items.count - 1
        switch (items.list[index].mark, mark) {
        case (.none, _): items.list[index].mark = mark
        // Two marks of minutes are one of seconds, and doubled quotes one.
        case (.minutes, .minutes), (.seconds, .seconds):
            guard letter == 0, items.list[index].markLetter == 0 else { return false }
            items.list[index].mark = .seconds
        default: return false
        }
        items.list[index].markLetter = letter
        place += width
        last = .mark
        return true
    }

    // MARK: Words

    private mutating func takeWord() -> Bool {
        var key = WordKey()
        var p = place
        // Full stops of abbreviations are passed over.
        while true {
            if let width = key.append(text, at: p) {
                p += width
            } else if text[p] == 0x2E, p > place, !ByteText.isDigit(text[p + 1]) {
                p += 1
            } else {
                break
            }
        }
        guard key.count > 0 else { return false }
        let first = text[place]
        if key.count <= 2, first | 0x20 == 0x73, isMarkOfSeconds(first) {
            // Of `sN` the mark, and then the letter.
            return put(.seconds, width: key.count == 1 ? p - place : 1, letter: first)
        }
        guard let word = key.meaning else { return false }
        let width = p - place
        switch word {
        case .degrees: return put(.degrees, width: width, letter: key.count == 1 ? first : 1)
        case .minutes: return put(.minutes, width: width, letter: key.count == 1 ? first : 1)
        case .seconds: return put(.seconds, width: width, letter: 1)
        case .hemisphere(let hemisphere): return put(.hemisphere(hemisphere), width: width)
        case .eastOrWest: return put(.eastOrWest, width: width)
        case .noun(let isLatitude): return putNoun(isLatitude, width: width)
        }
    }

    /// Whether an S behind the third number of `48d27m15s` marks seconds: it is written as the M
    /// is.
    private func isMarkOfSeconds(_ letter: UInt8) -> Bool {
        let count = items.count
        guard last == .number, count >= 2, items.list[count - 1].mark == .none,
            items.list[count - 2].mark == .minutes
        else { return false }
        let minutes = items.list[count - 2].markLetter
        return minutes | 0x20 == 0x6D && minutes & 0x20 == letter & 0x20
    }

    private mutating func put(_ found: DegreeItem.Letter, width: Int) -> Bool {
        guard sign == 0, !isJoined, letter == nil else { return false }
        if items.count == 0 { lettersLead = true }
        if lettersLead || isSeparated || noun != nil {
            letter = found
            last = .letterBefore
        } else {
            guard last == .number || last == .mark || last == .noun else { return false }
            guard items.list[items.count - 1].letterAfter == nil else { return false }
            items.list[items.count - 1].letterAfter = found
            last = .letterBehind
        }
        place += width
        return true
    }

    private mutating func putNoun(_ isLatitude: Bool, width: Int) -> Bool {
        guard sign == 0, !isJoined else { return false }
        place += width
        // Behind a letter of its axis it says nothing more: `с. ш.`, `north latitude`.
        let behind = last == .letterBehind ? items.list[items.count - 1].letterAfter : nil
        if let found = last == .letterBefore ? letter : behind {
            if case .hemisphere(let hemisphere) = found {
                if hemisphere.isOfLatitude == isLatitude { return true }
            } else if !isLatitude {
                return true
            }
        }
        guard letter == nil, noun == nil else { return false }
        if items.count == 0 { nounsLead = true }
        if nounsLead || isSeparated {
            noun = isLatitude
            last = .noun
        } else {
            guard items.list[items.count - 1].nounAfter == nil else { return false }
            items.list[items.count - 1].nounAfter = isLatitude
            last = .noun
        }
        return true
    }
}
