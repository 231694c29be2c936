/// Events of Cursor on Target: each is read as the object of JSON that it becomes, which goes to the output.
///
/// To those who read records an event is one that the output cannot hold as it is, and the object is what it is
/// mended to, though nothing of it is altered.
final class EventForm: RecordForm {
    private let objects: FeatureForm
    /// The object of the event that was read last, until it is asked for.
    private var object: MendedRecord?
    /// Whether the bytes to be read next are that object.
    private var readsObject = false

    init(fields: FieldNames) { objects = FeatureForm(fields: fields) }

    func read(_ bytes: UnsafeRawBufferPointer) -> PositionReading {
        if readsObject {
            readsObject = false
            return objects.read(bytes)
        }
        var reading = PositionReading()
        do throws(XMLFault) {
            object = try Self.object(of: bytes)
            reading.mayBeMended = true
        } catch {
            object = nil
            reading.fault = error.sentence
            reading.keepsBytes = false
            reading.isUnclosed = error.isCutOff
        }
        return reading
    }

    private static func object(
        of bytes: UnsafeRawBufferPointer
    ) throws(XMLFault) -> MendedRecord {
        guard String(validating: bytes, as: UTF8.self) == nil else {
            return MendedRecord(bytes: try EventObject(bytes).bytes, alterations: [])
        }
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        var found: Result<[UInt8], XMLFault> = .success([])
        text.withUnsafeBytes { text in
            do throws(XMLFault) {
                found = .success(try EventObject(text).bytes)
            } catch {
                found = .failure(error)
            }
        }
        return MendedRecord(bytes: try found.get(), alterations: [.notUTF8])
    }

    func mended(_ bytes: UnsafeRawBufferPointer) -> MendedRecord? {
        readsObject = object != nil
        return object.take()
    }

    func earlierNote(_ bytes: UnsafeRawBufferPointer) -> String? { objects.earlierNote(bytes) }

    func value(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> FieldValue {
        objects.value(index, bytes)
    }

    func name(_ index: Int) -> String { objects.name(index) }

    func plainText(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Range<Int>? {
        objects.plainText(index, bytes)
    }

    func nullPlace(_ index: Int) -> Int? { objects.nullPlace(index) }

    func number(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Double? {
        objects.number(index, bytes)
    }

    func append(
        _ bytes: UnsafeRawBufferPointer, keepsBytes: Bool, to output: inout ByteBuffer
    ) -> FindingsPlace {
        objects.append(bytes, keepsBytes: keepsBytes, to: &output)
    }

    func appendText(_ text: String, to output: inout ByteBuffer) {
        objects.appendText(text, to: &output)
    }

    func appendError(
        _ bytes: UnsafeRawBufferPointer, fault: String, place: String, keepsBytes: Bool,
        to output: inout ByteBuffer
    ) {
        objects.appendError(
            bytes, fault: fault, place: place, keepsBytes: keepsBytes, to: &output)
    }
}
