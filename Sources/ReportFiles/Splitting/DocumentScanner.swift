import GeoJSONText

/// Finds the records of one JSON document: the features of a FeatureCollection, whose other members may
/// come before or after `features`, the elements of an array, or a single Feature or object.
struct DocumentScanner: PieceScanner {
    enum Phase {
        case start, nameOrEnd, name, inName, colon, value, inValue, commaOrEnd
        case elementOrEnd, element, inElement, elementCommaOrEnd, behindFeature, end
    }
    enum Member { case type, crs, features, records, other }

    /// The most that is kept of a document of which it is not known yet what it is.
    static let longestHead = 64 << 20

    var phase = Phase.start
    var passer = ValuePasser()
    private var member = Member.other
    private var type: String?
    private var isCollection = false
    /// Whether the records are an array among an object's members.
    private var isWrapped = false
    var records = 0
    /// Places in the file: of the next byte to look at, of the value being passed, of the document.
    private var next = 0
    var valueStart = 0
    private var start = 0
    /// Places in the file of what has been handed out and of the bytes now given.
    var handedOut = 0
    var offset = 0

    /// How long a record may be, and whether one is being passed over that is longer.
    let longest: Int
    var isSkipping = false

    /// Why the document cannot be used if it is a FeatureCollection.
    private var foreignFault: ReportFileError?

    /// Where the document ends, when it is one Feature.
    private var featureEnd = 0

    /// Whether the document was one Feature on one line, so that more may follow on the next.
    private var isOneLine = false

    private(set) var format = ReportFormat.geojson
    var successor: (any PieceScanner)? {
        isOneLine ? LineScanner(records: 1, longest: longest) : nil
    }

    /// How many bytes there must be for their brackets to be found all at once.
    let quickFrom: Int

    private let fields: FieldNames

    init(fields: FieldNames, offset: Int = 0, quickFrom: Int, longest: Int) {
        self.fields = fields
        self.longest = longest
        next = offset
        self.quickFrom = quickFrom
    }

    mutating func scan(
        _ bytes: UnsafeRawBufferPointer, offset: Int, atEnd: Bool, tokens: JSONParser,
        into pieces: inout [Piece]
    ) throws(ReportFileError) -> Int {
        self.offset = offset
        handedOut = offset
        var i = next - offset
        // Also before a fault, so that the bytes handed out do not depend on the chunks.
        defer { handOut(to: keepFrom(i), into: &pieces) }
        let isIndexed = index(bytes, &i, tokens)
        while true {
            if isIndexed, !isSkipping { takeElements(bytes, &i, tokens, into: &pieces) }
            guard try step(bytes, &i, atEnd: atEnd, into: &pieces) else { break }
        }
        if phase == .inElement { skipIfTooLong(to: i, into: &pieces) }
        next = offset + i
        if atEnd, phase != .end { throw cutOff(at: offset + bytes.count) }
        if !isCollection, phase != .end, bytes.count > Self.longestHead {
            throw fail(i, "no array of features begins within the first 64 MB; is it GeoJSON?")
        }
        if phase != .inElement, i - keepFrom(i) > Self.longestHead {
            throw fail(i, "the name or value of a member is longer than 64 MB")
        }
        return keepFrom(i)
    }

    /// What must stay in the block because more of it is to come.
    private func keepFrom(_ i: Int) -> Int {
        switch phase {
        case .start, .end: return i
        case .behindFeature: return handedOut - offset
        case _ where !isCollection: return handedOut - offset
        case .inElement where isSkipping: return i
        case .inName, .inElement: return valueStart - offset
        case .inValue: return valueStart - offset
        default: return i
        }
    }

    mutating func handOut(to i: Int, into pieces: inout [Piece]) {
        let from = handedOut - offset
        if i > from { pieces.append(Piece(kind: .frame, range: from..<i)) }
        handedOut = offset + i
    }

    /// One step of the grammar; false when the bytes have run out, or the document has ended.
    private mutating func step(
        _ bytes: UnsafeRawBufferPointer, _ i: inout Int, atEnd: Bool, into pieces: inout [Piece]
    ) throws(ReportFileError) -> Bool {
        switch phase {
        case .inName:
            guard passer.pass(bytes, &i) else { return false }
            let name = bytes[part: valueStart - offset..<i]
            member = Member(name, records: fields.records)
            if member == .other || member == .records {
                try checkJSON(name, at: valueStart - offset)
            }
            phase = .colon
            return true
        case .inValue:
            guard passer.pass(bytes, &i) else { return false }
            try take(bytes[part: valueStart - offset..<i], at: valueStart - offset)
            phase = .commaOrEnd
            return true
        case .behindFeature: return endLine(bytes, &i, atEnd: atEnd, into: &pieces)
        case .inElement:
            guard passer.pass(bytes, &i) else { return false }
            handOutRecord(valueStart - offset..<i, into: &pieces)
            phase = .elementCommaOrEnd
            return true
        default: break
        }
        while i < bytes.count, bytes[i].isJSONSpace { i += 1 }
        guard i < bytes.count, !(phase == .end && isOneLine) else { return false }
        try token(bytes, &i, into: &pieces)
        return true
    }

    private mutating func token(
        _ bytes: UnsafeRawBufferPointer, _ i: inout Int, into pieces: inout [Piece]
    ) throws(ReportFileError) {
        switch (phase, Unicode.Scalar(bytes[i])) {
        case (.start, "{"):
            start = offset + i
            handOut(to: i, into: &pieces)
            phase = .nameOrEnd
        case (.start, "["):
            start = offset + i
            isCollection = true
            format = .array
            phase = .elementOrEnd
        case (.nameOrEnd, "\""), (.name, "\""):
            valueStart = offset + i
            phase = .inName
            return
        case (.colon, ":"): phase = .value
        case (.value, "[") where member == .features && type != "Feature":
            guard !isCollection else { throw fail(i, "a second member 'features'") }
            if let foreignFault { throw foreignFault }
            isCollection = true
            phase = .elementOrEnd
        case (.value, "[") where member == .records && type == nil && !isCollection:
            isCollection = true
            isWrapped = true
            format = .array
            phase = .elementOrEnd
        case (.value, "[") where member == .records && isWrapped:
            let name = String(shown: fields.records ?? "", limit: 80)
            throw fail(i, "a second member '\(name)' with records, expected one")
        case (.value, let c) where !",:]}".unicodeScalars.contains(c):
            valueStart = offset + i
            phase = .inValue
            return
        case (.commaOrEnd, ","): phase = .name
        case (.commaOrEnd, "}"), (.nameOrEnd, "}"):
            i += 1
            phase = .end
            return try finish(bytes, end: i)
        case (.elementOrEnd, "]"), (.elementCommaOrEnd, "]"):
            phase = format == .array && !isWrapped ? .end : .commaOrEnd
        case (.elementCommaOrEnd, ","): phase = .element
        case (.elementOrEnd, let c), (.element, let c):
            guard !",:]}".unicodeScalars.contains(c) else { throw unexpected(bytes, i) }
            valueStart = offset + i
            phase = .inElement
            return
        default: throw unexpected(bytes, i)
        }
        i += 1
    }

    mutating func handOutRecord(_ range: Range<Int>, into pieces: inout [Piece]) {
        skipIfTooLong(from: range.lowerBound, to: range.upperBound, into: &pieces)
        if isSkipping {
            isSkipping = false
            pieces.append(
                Piece(kind: .skippedEnd, range: handedOut - offset..<range.upperBound))
            handedOut = offset + range.upperBound
            return
        }
        handOut(to: range.lowerBound, into: &pieces)
        records += 1
        pieces.append(Piece(kind: .record, range: range, number: records))
        handedOut = offset + range.upperBound
    }

    private mutating func take(
        _ value: UnsafeRawBufferPointer, at i: Int
    ) throws(ReportFileError) {
        try checkJSON(value, at: i)
        switch member {
        case .type: type = String(decoding: value.dropFirst().dropLast(), as: UTF8.self)
        case .features where type != "Feature":
            throw fail(i, "'features' is \(String(shown: value)), expected an array of Features")
        case .crs where !fields.readsFindings:
            if let sentence = ForeignSystemFault.sentence(member: value, fields.datum) {
                throw fail(i, sentence)
            }
        default: break
        }
    }

    /// What goes to the output as it came must be JSON; of a Feature that is found out when it is read.
    private mutating func checkJSON(
        _ value: UnsafeRawBufferPointer, at i: Int
    ) throws(ReportFileError) {
        guard let fault = JSONText.fault(in: value) else { return }
        let found =
            fault < value.count
            ? "found '\(String(shown: value[part: fault..<value.count], limit: 20))'"
            : "it is not UTF-8, or a string or bracket is not closed"
        let error = fail(
            i + min(fault, value.count),
            "a member of the document beside 'features' is not JSON: \(found); take it out or mend it"
        )
        if isCollection { throw error }
        if foreignFault == nil { foreignFault = error }
    }

    private mutating func finish(
        _ bytes: UnsafeRawBufferPointer, end: Int
    ) throws(ReportFileError) {
        switch type {
        case "FeatureCollection" where isCollection: return
        case _ where isWrapped: return
        case "FeatureCollection": throw fail(end - 1, "the FeatureCollection has no 'features'")
        case "Feature" where !isCollection:
            featureEnd = offset + end
            phase = .behindFeature
        case _ where !isCollection && isPlain(bytes[part: start - offset..<end]):
            featureEnd = offset + end
            phase = .behindFeature
        case let type?:
            throw fail(
                start - offset,
                "the JSON document is of type '\(type)'; expected a FeatureCollection or a Feature "
                    + "of type Point")
        case nil:
            throw fail(
                start - offset,
                "JSON, but not GeoJSON: the document has no member 'type'; expected a "
                    + "FeatureCollection or a Feature")
        }
    }

    /// Whether a document is one object with a position among its members.
    private func isPlain(_ document: UnsafeRawBufferPointer) -> Bool {
        let isGeoJSON = type.map { FeatureForm.typesOfGeoJSON.contains("\"\($0)\"") } ?? false
        return !isGeoJSON && PlainObjects(fields).finds(in: document)
    }

    /// Hands out a document that is one Feature, with all that stands on the line behind it, which makes it
    /// no JSON; false while the line may go on.
    private mutating func endLine(
        _ bytes: UnsafeRawBufferPointer, _ i: inout Int, atEnd: Bool, into pieces: inout [Piece]
    ) -> Bool {
        let newline = bytes[i...].firstIndex(of: 0x0A)
        i = newline ?? bytes.count
        let isTooLong = offset + i - start > longest
        guard newline != nil || atEnd || isTooLong else { return false }
        let feature = start - offset..<featureEnd - offset
        isOneLine = !bytes[feature].contains(0x0A)
        let rest = bytes[feature.upperBound..<i]
        let last = isOneLine ? rest.lastIndex { !$0.isJSONSpace } : nil
        i = last.map { $0 + 1 } ?? feature.upperBound
        handOutRecord(feature.lowerBound..<i, into: &pieces)
        phase = .end
        return true
    }

    private func fail(_ i: Int, _ sentence: String) -> ReportFileError {
        ReportFileError(.unusable, byte: offset + i, sentence)
    }

    private func unexpected(_ bytes: UnsafeRawBufferPointer, _ i: Int) -> ReportFileError {
        let expected =
            switch phase {
            case .start: "'{' or '['"
            case .nameOrEnd: "the name of a member or '}'"
            case .name: "the name of a member"
            case .colon: "':'"
            case .value, .element: "a value"
            case .elementOrEnd: "a Feature or ']'"
            case .elementCommaOrEnd: "',' or ']'"
            case .end: "the end of the file; if it holds one feature a line, say --format lines"
            default: "',' or '}'"
            }
        return fail(i, "is not JSON: found \(String(shown: bytes[i])), expected \(expected)")
    }

    private func cutOff(at byte: Int) -> ReportFileError {
        let place =
            phase == .inElement
            ? "within record \((records + (isSkipping ? 0 : 1)).grouped), which begins at byte \(valueStart.grouped)"
            : "after \(records.grouped) record\(records == 1 ? "" : "s")"
        return ReportFileError(
            .unusable, byte: byte, "the file is cut off \(place): the JSON document does not end")
    }
}

extension DocumentScanner.Member {
    fileprivate init(_ name: UnsafeRawBufferPointer, records: String?) {
        self =
            if name.isEqual(to: "\"type\"") {
                .type
            } else if name.isEqual(to: "\"features\"") {
                .features
            } else if name.isEqual(to: "\"crs\"") {
                .crs
            } else if let records, name.dropFirst().dropLast().elementsEqual(records.utf8) {
                .records
            } else {
                .other
            }
    }
}
