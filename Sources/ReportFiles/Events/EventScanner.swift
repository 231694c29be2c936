import GeoJSONText

/// Finds the events of Cursor on Target in XML: within one root or several, or one after the other, as in the dump
/// of a stream.
///
/// An event is what stands from a tag `event` to the next end tag of that name. Where another event begins before
/// that, or the element around the events ends, it is cut off there: events do not nest. What is neither an event
/// nor XML around events is a record too, so that it is refused and not lost.
struct EventScanner: PieceScanner {
    /// What is kept together from its first byte, by the place of that in the file.
    private enum Held {
        case event(Int)
        /// What is neither an event nor XML.
        case stray(Int)
        /// A document type, which belongs to the event that follows.
        case documentType(Int)

        var start: Int {
            switch self {
            case .event(let start), .stray(let start), .documentType(let start): start
            }
        }
    }

    let format = ReportFormat.cot
    private let longest: Int

    private var passer = MarkupPasser()
    private var held: Held?
    /// Whether the tag is being passed with which the event that is held begins.
    private var isInFirstTag = false
    /// Whether more is passed over of a record that is too long.
    private var isSkipping = false
    /// The names of the elements around events that are open.
    private var open: [[UInt8]] = []
    /// How many elements named as the innermost of them are open within the event.
    private var namesakes = 0
    private var records = 0
    /// Places in the file: of the next byte to look at, of the construct being passed, of what has been handed
    /// out, of the bytes now given.
    private var next: Int
    private var constructStart = 0
    private var handedOut = 0
    private var offset = 0

    init(offset: Int, longest: Int) {
        next = offset
        self.longest = longest
    }

    private var isInEvent: Bool { if case .event = held { true } else { false } }

    mutating func scan(
        _ bytes: UnsafeRawBufferPointer, offset: Int, atEnd: Bool, tokens: JSONParser,
        into pieces: inout [Piece]
    ) throws(ReportFileError) -> Int {
        self.offset = offset
        handedOut = offset
        var i = next - offset
        // Also before a fault, so that the bytes handed out do not depend on the chunks.
        defer { handOut(to: keepFrom(i), into: &pieces) }
        while true {
            if passer.kind == nil {
                if !isInEvent { while i < bytes.count, bytes[i].isJSONSpace { i += 1 } }
                constructStart = offset + i
                guard passer.begin(bytes, &i, atEnd: atEnd) else { break }
                try begin(bytes, into: &pieces)
            }
            let kind = passer.kind
            guard passer.pass(bytes, &i, hasSubset: !isInEvent) else { break }
            try checkLength(to: i, of: kind)
            end(kind, at: i, of: bytes, into: &pieces)
        }
        next = offset + i
        skipIfTooLong(to: i, into: &pieces)
        try checkLength(to: i, of: passer.kind)
        if atEnd { try finish(bytes, into: &pieces) }
        return keepFrom(i)
    }

    /// What must stay because it is not known yet what it is part of.
    private func keepFrom(_ i: Int) -> Int {
        if let held { return isSkipping ? handedOut - offset : held.start - offset }
        switch passer.kind {
        case .startTag, .endTag, .declaration: return constructStart - offset
        default: return i
        }
    }

    /// Takes note of a construct of which the kind and the name are known; what is held goes on with it or ends
    /// before it.
    private mutating func begin(
        _ bytes: UnsafeRawBufferPointer, into pieces: inout [Piece]
    ) throws(ReportFileError) {
        let start = constructStart
        let isEvent = passer.localName.elementsEqual("event".utf8)
        let isDeclaration = passer.kind == .instruction && passer.name.elementsEqual("xml".utf8)
        let closes = passer.kind == .endTag && passer.name == open.last
        if isInEvent {
            let isBoundary =
                passer.kind == .startTag && isEvent || isDeclaration || closes && namesakes == 0
            guard isBoundary else { return }
            handOutRecord(to: start - offset, of: bytes, into: &pieces)
        }
        switch passer.kind {
        case .startTag where isEvent:
            var first = start
            if case .documentType(let place) = held {
                first = place
            } else {
                handOutRecord(to: start - offset, of: bytes, into: &pieces)
            }
            held = .event(first)
            isInFirstTag = true
            namesakes = 0
        case .startTag:
            if case .documentType(let place) = held {
                throw fail(
                    at: place,
                    "the file has a document type (<!DOCTYPE), which is not read: it may name other files and "
                        + "stand for values that are not here; take it out")
            }
            handOutRecord(to: start - offset, of: bytes, into: &pieces)
            if records == 0, open.isEmpty, let foreign = ForeignFormat(element: passer.localName) {
                throw fail(at: start, foreign.sentence(expecting: "events of Cursor on Target"))
            }
        case .instruction where isDeclaration && !open.isEmpty:
            // Another document, though this one has not ended.
            open = []
            hold(.stray(start))
        case .comment, .instruction:
            if case .stray = held {
                handOutRecord(to: start - offset, of: bytes, into: &pieces)
            }
        case .endTag where closes: handOutRecord(to: start - offset, of: bytes, into: &pieces)
        case .endTag: hold(.stray(start))
        case .declaration: hold(open.isEmpty ? .documentType(start) : .stray(start))
        case .text, .characters: if open.isEmpty { hold(.stray(start)) }
        case nil: break
        }
    }

    private mutating func hold(_ new: Held) { if held == nil { held = new } }

    /// Takes note of a construct that has ended.
    private mutating func end(
        _ kind: MarkupPasser.Kind?, at i: Int, of bytes: UnsafeRawBufferPointer,
        into pieces: inout [Piece]
    ) {
        let opens = kind == .startTag && !passer.isEmpty && !passer.isBroken
        guard isInEvent else {
            if opens {
                open.append(passer.name)
            } else if kind == .startTag, passer.isBroken {
                hold(.stray(constructStart))
            } else if kind == .endTag, held == nil {
                open.removeLast()
            }
            return
        }
        if kind == .endTag, passer.localName.elementsEqual("event".utf8) {
            handOutRecord(to: i, of: bytes, into: &pieces)
        } else if isInFirstTag {
            isInFirstTag = false
            if passer.isEmpty { handOutRecord(to: i, of: bytes, into: &pieces) }
        } else if passer.name == open.last {
            if opens { namesakes += 1 } else if kind == .endTag { namesakes -= 1 }
        }
    }

    private mutating func finish(
        _ bytes: UnsafeRawBufferPointer, into pieces: inout [Piece]
    ) throws(ReportFileError) {
        let isCutOff = isInEvent
        let isHeld = held != nil
        handOutRecord(to: bytes.count, of: bytes, isUnterminated: isCutOff, into: &pieces)
        // The record tells it.
        if isCutOff { return }
        let end = offset + bytes.count
        switch passer.kind {
        case _ where isHeld: break
        case nil, .text, .characters: break
        case .comment: throw cutOff(end, "within a comment")
        case .instruction: throw cutOff(end, "within an instruction")
        case .startTag, .endTag, .declaration: throw cutOff(end, "within a tag")
        }
        if let name = open.last {
            let shown = name.withUnsafeBytes { String(shown: $0, limit: 40) }
            throw fail(
                at: end,
                "the file is cut off after \(records.grouped) record\(records == 1 ? "" : "s"): the element "
                    + "<\(shown)> does not end")
        }
        if records == 0 {
            throw fail(
                at: end, "is XML without an element 'event', expected events of Cursor on Target")
        }
    }

    private func cutOff(_ end: Int, _ place: String) -> ReportFileError {
        fail(
            at: end,
            "the file is cut off \(place) that begins at byte \(constructStart.grouped), behind record "
                + records.grouped)
    }

    private func fail(at byte: Int, _ sentence: String) -> ReportFileError {
        ReportFileError(.unusable, byte: byte, sentence)
    }

    /// Of tags around events the name is needed, so that their bytes are kept.
    private func checkLength(
        to i: Int, of kind: MarkupPasser.Kind?
    ) throws(ReportFileError) {
        guard held == nil, kind == .startTag || kind == .endTag,
            offset + i - constructStart > longest
        else { return }
        throw fail(at: constructStart, "a tag that is no event is longer than 64 MB")
    }

    private mutating func handOut(to i: Int, into pieces: inout [Piece]) {
        let from = handedOut - offset
        if i > from { pieces.append(Piece(kind: .frame, range: from..<i)) }
        handedOut = offset + i
    }

    /// Hands out what is held as a record, without the white space at its end.
    private mutating func handOutRecord(
        to end: Int, of bytes: UnsafeRawBufferPointer, isUnterminated: Bool = false,
        into pieces: inout [Piece]
    ) {
        guard let held else { return }
        skipIfTooLong(to: end, into: &pieces)
        self.held = nil
        if isSkipping {
            isSkipping = false
            pieces.append(Piece(kind: .skippedEnd, range: end..<end))
            return
        }
        let start = held.start - offset
        var last = end
        while last > start, bytes[last - 1].isJSONSpace { last -= 1 }
        handOut(to: start, into: &pieces)
        records += 1
        pieces.append(
            Piece(
                kind: .record, range: start..<last, number: records, isUnterminated: isUnterminated)
        )
        handedOut = offset + last
    }

    /// Hands out what there is of a record that is too long by now.
    ///
    /// The front that is handed out first is always of the same length, whatever came at once.
    private mutating func skipIfTooLong(to end: Int, into pieces: inout [Piece]) {
        guard let held else { return }
        let start = held.start - offset
        if !isSkipping, end - start > longest {
            handOut(to: start, into: &pieces)
            records += 1
            pieces.append(
                Piece(kind: .oversized, range: start..<start + longest, number: records))
            handedOut = held.start + longest
            isSkipping = true
        }
        guard isSkipping, offset + end > handedOut else { return }
        pieces.append(Piece(kind: .skipped, range: handedOut - offset..<end))
        handedOut = offset + end
    }
}
