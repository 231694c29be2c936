import Demarcation
import Geodesy

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
    /// The text of longitude and latitude as they stand in the record, where they were found.
    var longitudeText: Range<Int>?
    var latitudeText: Range<Int>?
    /// Why the record cannot be used; `nil` when it can.
    var fault: String?
    /// Whether findings can be added to the record's own bytes.
    var keepsBytes = true
    /// Whether the bytes are no JSON, as those of a record that is cut off.
    var isNotJSON = false
}

/// How records of one format are read, and written with what was found of them.
///
/// A form keeps the working memory of one record and belongs to one worker.
protocol RecordForm: AnyObject {
    /// Reads a record; the other calls then speak of it.
    func read(_ bytes: UnsafeRawBufferPointer) -> PositionReading
    /// The wanted member at an index of `FieldNames.wanted`.
    func value(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> FieldValue
    /// Where the wanted member's text stands, when it is text that stands there as it is.
    func plainText(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Range<Int>?
    /// The wanted member at an index as a number.
    func number(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Double?
    /// Writes the record with the findings that `appendFindings` appends.
    func write(
        _ bytes: UnsafeRawBufferPointer, to output: inout ByteBuffer,
        _ appendFindings: (inout ByteBuffer) -> Void)
    /// Writes the record with the reason why it could not be used.
    func write(
        _ bytes: UnsafeRawBufferPointer, fault: String, place: String, keepsBytes: Bool,
        _ writer: FindingsWriter, to output: inout ByteBuffer)
}
