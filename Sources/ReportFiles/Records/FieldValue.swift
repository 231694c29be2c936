import Agreements
import Geodesy
import Zones

/// A member of a report as it was found.
enum FieldValue {
    /// Not there, null or empty.
    case absent
    /// Text; a number in GeoJSON gives its digits as written.
    case text(String)
    /// Something that is no text: what it is.
    case unusable(String)
}

/// What could be read of a record's position.
struct PositionReading {
    var position = Coordinate(longitude: .nan, latitude: .nan)
    /// How far from it the place that was meant may lie, by the digits of its text.
    var bound = Distance.zero
    /// Whether the bound is one that the record states.
    var saysBound = false
    /// All places that may be meant, where more is known of them than the bound.
    var footprint: Footprint?
    /// Whether the position is that of a geometry which is no point.
    var isGeometry = false
    /// The text of longitude and latitude as they stand in the record, where they were found.
    var longitudeText: Range<Int>?
    var latitudeText: Range<Int>?
    /// Why the record cannot be used; `nil` when it can.
    var fault: String?
    /// Whether findings can be added to the record's own bytes.
    var keepsBytes = true
    /// Whether the bytes begin an object and do not end it, as those of a record that is cut off.
    var isUnclosed = false
    /// What the position looks like, where its numbers do not tell.
    var cause: RefusalCause?
    /// Whether there may be other bytes for the record that the output can hold.
    var mayBeMended = false
    /// What was read otherwise than it is written, though the position can be used.
    var notes: [String] = []

    /// Takes a position that was read of what is called `name` in notes, and what it says of its own error.
    mutating func take(_ found: PositionText.Found, _ name: String) {
        (position, bound, saysBound) = (found.position, found.bound, found.saysBound)
        (footprint, isGeometry, fault) = (found.footprint, found.isGeometry, nil)
        if let note = found.note { notes.append("\(name) \(note)") }
        if let fault = found.fault { notes.append("\(name) \(fault)") }
    }
}

/// How records of one format are read, and written with what was found of them.
///
/// A form keeps the working memory of one record and belongs to one worker.
protocol RecordForm: AnyObject {
    /// Reads a record; the other calls then speak of it.
    func read(_ bytes: UnsafeRawBufferPointer) -> PositionReading
    /// The record that was read last in other bytes, which the output can hold; `nil` where there are
    /// none. Read these before anything else is asked.
    func mended(_ bytes: UnsafeRawBufferPointer) -> MendedRecord?
    /// The `dmz_note` of an earlier run.
    func earlierNote(_ bytes: UnsafeRawBufferPointer) -> String?
    /// The wanted member at an index of `FieldNames.wanted`.
    func value(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> FieldValue
    /// The name under which the record that was read last has the wanted member at an index.
    func name(_ index: Int) -> String
    /// Where the wanted member's text stands, when it is text that stands there as it is.
    func plainText(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Range<Int>?
    /// Where the wanted member at an index stands, when it is null.
    func nullPlace(_ index: Int) -> Int?
    /// The wanted member at an index as a number.
    func number(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Double?
    /// Appends the record's bytes without earlier findings; with `keepsBytes` false, what stands for a
    /// record of which nothing can be kept.
    ///
    /// - Returns: where findings go in what was appended.
    func append(
        _ bytes: UnsafeRawBufferPointer, keepsBytes: Bool, to output: inout ByteBuffer
    ) -> FindingsPlace
    /// Appends a text as the format writes it.
    func appendText(_ text: String, to output: inout ByteBuffer)
    /// Appends the value of `dmz_error` as the format writes it: that of an earlier run where it says the
    /// same.
    func appendError(
        _ bytes: UnsafeRawBufferPointer, fault: String, place: String, keepsBytes: Bool,
        to output: inout ByteBuffer)
}

/// Where findings go in a record.
struct FindingsPlace {
    /// How many bytes of the record come before them.
    let offset: Int
    /// Whether a comma must precede them.
    let needsComma: Bool
}

extension FieldValue {
    /// What it is, in words for a sentence.
    var words: String {
        switch self {
        case .absent: "missing"
        case .text(let text): "'\(String(shown: text, limit: 80))'"
        case .unusable(let words): words
        }
    }

    /// The text by which a table of codes knows the value; `nil` where it has none.
    var code: String? {
        switch self {
        case .text(let text): text
        // Truth values of JSON, which stand in tables as words.
        case .unusable(let words) where words == "true" || words == "false": words
        default: nil
        }
    }
}
