import Agreements
internal import CSimdjson
import Datums
import Geodesy
import GeoJSONText
import Notations

/// GeoJSON Features, and plain objects with a position among their members: findings are spliced into the
/// bytes as they came.
final class FeatureForm: RecordForm {
    private var featureParser: JSONParser
    private let fields: FieldNames
    /// The names under which Features have what is wanted; other than those asked for where these differ
    /// from file to file.
    private var names: FieldNames
    private let plain: PlainObjects
    /// Whether the record that was read last is a plain object.
    private var isPlain = false
    /// What read that record.
    private var parser: JSONParser { isPlain ? plain.parser : featureParser }
    private var feature = csj_feature()

    /// The indices of the properties that hold the position of a Feature without a geometry.
    private let positions: Range<Int>
    /// What reads the position of the record at hand.
    private var position: PositionText
    private var datum: DatumTransform? { position.datum }
    /// What reads positions where records name their systems, and the index of the member that does.
    private let systems: RecordSystems?
    private let systemIndex: Int?

    init(fields: FieldNames) {
        featureParser = JSONParser(
            wanted: fields.wanted, readsFindings: fields.seesFindings)
        self.fields = fields
        names = fields
        plain = PlainObjects(fields)
        positions = fields.positionIndex..<fields.wanted.count
        position = PositionText(fields)
        (systems, systemIndex) = (RecordSystems(fields), fields.systemIndex)
    }

    func read(_ bytes: UnsafeRawBufferPointer) -> PositionReading {
        isPlain = false
        if !fields.choices.isEmpty { resolveNames(bytes) }
        featureParser.parse(bytes, into: &feature)
        var reading = PositionReading()
        if mayBePlain(bytes) {
            isPlain = true
            plain.read(bytes, into: &feature)
            if fields.readsFindings { return reading }
            readMembers(plain.positions, bytes, &reading)
            return reading
        }
        if fields.readsFindings {
            // The status tells of geometries only where all else is as it should be.
            if feature.status != CSJ_OK, feature.status.rawValue < CSJ_GEOMETRY_ABSENT.rawValue {
                refuse(bytes, &reading)
            }
            return reading
        }
        if feature.longitude_text.end > 0 { reading.longitudeText = feature.longitude_text.range }
        if feature.latitude_text.end > 0 { reading.latitudeText = feature.latitude_text.range }
        if takeGeometry(bytes, &reading) {
            noteOddities(bytes, &reading)
            return reading
        }
        guard feature.status == CSJ_OK else {
            refuse(bytes, &reading)
            if !positions.isEmpty,
                [CSJ_GEOMETRY_ABSENT, CSJ_GEOMETRY_NULL].contains(feature.status)
            {
                let fault = reading.fault
                readMembers(positions, bytes, &reading)
                if reading.fault == nil {
                    reading.cause = nil
                    reading.fault = foreignSystem(bytes)
                } else if isMissing(positions, bytes) {
                    reading.fault = fault
                }
            }
            return reading
        }
        reading.position = Coordinate(longitude: feature.longitude, latitude: feature.latitude)
        if let sentence = chooseSystem(bytes) {
            reading.fault = sentence
            reading.cause = .other
        } else if feature.crs.repeated || feature.geometry_crs.repeated {
            reading.fault = Self.repeatedSystem
            reading.cause = .other
        } else if let sentence = foreignSystem(bytes) {
            reading.fault = sentence
            reading.cause = .other
        } else if datum != nil {
            takeCoordinates(&reading)
        } else if !reading.position.isValid,
            let round = RoundLongitude.read(
                reading.position, as: text(feature.longitude_text, bytes))
        {
            reading.position = round.position
            reading.notes.append(round.note)
        } else if !reading.position.isValid {
            reading.fault = PositionFault.sentence(
                longitude: text(feature.longitude_text, bytes),
                latitude: text(feature.latitude_text, bytes), reading.position)
        }
        noteOddities(bytes, &reading)
        return reading
    }

    /// Says why the Feature that was parsed last cannot be used as it stands.
    private func refuse(_ bytes: UnsafeRawBufferPointer, _ reading: inout PositionReading) {
        reading.keepsBytes = feature.status.rawValue >= CSJ_GEOMETRY_ABSENT.rawValue
        let isNotJSON = feature.status == CSJ_NOT_JSON || feature.status == CSJ_NOT_UTF8
        reading.isUnclosed = isNotJSON && Self.isUnclosed(bytes)
        reading.mayBeMended =
            isNotJSON || feature.status == CSJ_BAD_PROPERTIES
            || feature.status == CSJ_NOT_FEATURE
        let hasNoPoint =
            feature.status.rawValue >= CSJ_GEOMETRY_ABSENT.rawValue
            && feature.status.rawValue <= CSJ_GEOMETRY_NOT_POINT.rawValue
        if hasNoPoint { reading.cause = .noGeometry }
        reading.fault = FeatureFault.sentence(feature, bytes)
    }

    /// Takes a geometry that is no Point as the region of the report; false where there is none, or nobody asks
    /// for it.
    private func takeGeometry(
        _ bytes: UnsafeRawBufferPointer, _ reading: inout PositionReading
    ) -> Bool {
        guard feature.status == CSJ_GEOMETRY_NOT_POINT, fields.wantsFootprints,
            feature.detail.kind == CSJ_STRING,
            Self.geometryTypes.contains(
                String(decoding: bytes[part: feature.detail.range], as: UTF8.self))
        else { return false }
        let isCRSRepeated = feature.crs.repeated || feature.geometry_crs.repeated
        if let sentence = chooseSystem(bytes)
            ?? (isCRSRepeated ? Self.repeatedSystem : foreignSystem(bytes))
        {
            (reading.fault, reading.cause) = (sentence, .other)
            return true
        }
        let geometry = ReportedGeometry(geoJSON: bytes[part: feature.geometry.range])
        do throws(PositionText.Fault) {
            reading.take(try position.found(geometry), "the geometry")
        } catch {
            (reading.fault, reading.cause) = ("the geometry " + error.sentence, .noGeometry)
        }
        return true
    }

    private static let repeatedSystem = "the member 'crs' is given twice, expected one"

    /// Notes what else is odd of a Feature whose position was read.
    private func noteOddities(
        _ bytes: UnsafeRawBufferPointer, _ reading: inout PositionReading
    ) {
        if feature.properties.repeated {
            reading.notes.append(
                "the member 'properties' is given twice; nothing was taken from either")
        }
        if feature.odd_height.kind != CSJ_ABSENT {
            let height = text(feature.odd_height.text, bytes)
            reading.notes.append("the height is \(height), expected a number")
        }
    }

    /// Takes the names under which a Feature has what is wanted.
    private func resolveNames(_ bytes: UnsafeRawBufferPointer) {
        let properties = try? JSONReader.read(Array(bytes)).member("properties")
        let found = fields.resolved(in: properties?.names ?? [])
        guard found != names else { return }
        names = found
        featureParser = JSONParser(
            wanted: found.wanted, readsFindings: fields.seesFindings)
    }

    func name(_ index: Int) -> String { isPlain ? plain.wantedNames[index] : names.wanted[index] }

    /// Whether the record that was read last is an object that is no GeoJSON and says so by its members.
    private func mayBePlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard feature.status == CSJ_NOT_FEATURE, !feature.detail.repeated, !feature.has_geometry,
            feature.properties.kind == CSJ_ABSENT
        else { return false }
        if feature.detail.kind == CSJ_ABSENT { return true }
        guard let type = JSONText.string(bytes, feature.detail) else { return false }
        return !Self.typesOfGeoJSON.contains("\"\(type)\"")
            && (fields.readsFindings || plain.finds(in: bytes))
    }

    static let typesOfGeoJSON = geometryTypes.union(["\"Feature\"", "\"FeatureCollection\""])

    /// Whether the members of a position are not there, or null.
    private func isMissing(_ members: Range<Int>, _ bytes: UnsafeRawBufferPointer) -> Bool {
        members.allSatisfy { if case .absent = value($0, bytes) { true } else { false } }
    }

    /// Reads a position from the members that hold it: one, or longitude and latitude.
    private func readMembers(
        _ members: Range<Int>, _ bytes: UnsafeRawBufferPointer, _ reading: inout PositionReading
    ) {
        if let sentence = chooseSystem(bytes) {
            (reading.fault, reading.cause) = (sentence, .other)
            return
        }
        var texts: [String] = []
        for index in members {
            switch value(index, bytes) {
            case .text(let text): texts.append(text)
            case .absent: texts.append("")
            case .unusable(let found):
                reading.fault = "the position is \(found), expected a number or a text"
                return
            }
        }
        if members.isEmpty {
            reading.fault =
                plain.fault(of: bytes)
                ?? "the type is missing, expected \"Feature\" or an object with members such as 'lat' and "
                + "'lon'"
            reading.cause = .noGeometry
            return
        }
        if members.count == 2 {
            reading.longitudeText = numberRange(members.lowerBound)
            reading.latitudeText = numberRange(members.lowerBound + 1)
        }
        if datum == nil, let round = RoundLongitude.read(texts) {
            (reading.position, reading.fault) = (round.position, nil)
            reading.notes.append(round.note)
            return
        }
        do throws(PositionText.Fault) {
            reading.take(
                try position.read(texts),
                members.first.map { "'\(String(shown: name($0)))'" } ?? "the position")
        } catch {
            (reading.fault, reading.cause) = (error.sentence, .other)
        }
    }

    private func numberRange(_ index: Int) -> Range<Int>? {
        parser.values[index].kind == CSJ_NUMBER ? parser.values[index].range : nil
    }

    /// Whether an object begins that does not end, as in a file that is cut off.
    private static func isUnclosed(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard var start = bytes.firstIndex(where: { !$0.isJSONSpace }),
            bytes[start] == UInt8(ascii: "{")
        else { return false }
        var passer = ValuePasser()
        return !passer.pass(bytes, &start)
    }

    func mended(_ bytes: UnsafeRawBufferPointer) -> MendedRecord? {
        var record = MendedRecord(bytes: Array(bytes), alterations: [])
        // The bytes, what kind of object it is, and its properties may each want it.
        mending: for _ in 0..<3 {
            switch feature.status {
            case CSJ_NOT_JSON, CSJ_NOT_UTF8:
                guard record.alterations.isEmpty, let mended = JSONMending.mended(bytes) else {
                    return nil
                }
                record = mended
            case CSJ_NOT_FEATURE:
                if record.bytes.withUnsafeBytes({ mayBePlain($0) }) {
                    return record.alterations.isEmpty ? nil : record
                }
                guard putType(&record) else { return nil }
            case CSJ_BAD_PROPERTIES: putProperties(&record)
            default: break mending
            }
            record.bytes.withUnsafeBytes { featureParser.parse($0, into: &feature) }
        }
        let isGood =
            feature.status == CSJ_OK || feature.status.rawValue > CSJ_BAD_PROPERTIES.rawValue
        return isGood && !record.alterations.isEmpty ? record : nil
    }

    /// Makes a Feature of the record that was parsed last, where it says nothing of what it is or is a
    /// geometry alone.
    private func putType(_ record: inout MendedRecord) -> Bool {
        if feature.detail.repeated { return false }
        let start: [UInt8]
        switch feature.detail.kind {
        case CSJ_ABSENT:
            guard feature.properties.kind != CSJ_ABSENT || feature.has_geometry else {
                return false
            }
            start = Array("{\"type\":\"Feature\",".utf8)
            record.bytes.removeFirst()
            record.alterations.append(.noType)
        case CSJ_STRING:
            let type = String(decoding: record.bytes[feature.detail.range], as: UTF8.self)
            guard Self.geometryTypes.contains(type) else { return false }
            start = Array("{\"type\":\"Feature\",\"geometry\":".utf8)
            record.bytes += Array(",\"properties\":null}".utf8)
            record.alterations.append(.bareGeometry)
        default: return false
        }
        record.bytes.insert(contentsOf: start, at: 0)
        let shift = start.count - (feature.detail.kind == CSJ_ABSENT ? 1 : 0)
        record.nulls = Set(record.nulls.map { $0 + shift })
        return true
    }

    private static let geometryTypes: Set<String> = [
        "\"Point\"", "\"MultiPoint\"", "\"LineString\"", "\"MultiLineString\"", "\"Polygon\"",
        "\"MultiPolygon\"", "\"GeometryCollection\"",
    ]

    /// Makes an object of the properties of the record that was parsed last, which are none.
    private func putProperties(_ record: inout MendedRecord) {
        let range = feature.properties.range
        let value = record.bytes[range]
        let isEmpty =
            feature.properties.kind == CSJ_ARRAY
            && value.dropFirst().dropLast().allSatisfy(\.isJSONSpace)
        let object = isEmpty ? [] : Array("\"properties\":".utf8) + value
        // Nothing behind it is asked for by its place.
        record.bytes.replaceSubrange(
            range, with: [UInt8(ascii: "{")] + object + [UInt8(ascii: "}")])
        record.alterations.append(isEmpty ? .emptyArray : .noObject)
    }

    func earlierNote(_ bytes: UnsafeRawBufferPointer) -> String? {
        JSONText.string(bytes, feature.earlier_note)
    }

    /// Takes what reads positions in the system that the record names; says why there is none.
    private func chooseSystem(_ bytes: UnsafeRawBufferPointer) -> String? {
        guard let systems, let systemIndex else { return nil }
        do throws(PositionText.Fault) {
            position = try systems.position(in: value(systemIndex, bytes))
            return nil
        } catch {
            return error.sentence
        }
    }

    /// Takes the Point's coordinates as numbers of another system.
    private func takeCoordinates(_ reading: inout PositionReading) {
        do throws(PositionText.Fault) {
            let found = try position.numbers(x: feature.longitude, y: feature.latitude)
            (reading.position, reading.bound) = (found.position, found.bound)
        } catch {
            (reading.fault, reading.cause) = (error.sentence, .other)
        }
    }

    /// Why the system that the Feature or its geometry says it is in is not the one that positions are read
    /// in.
    private func foreignSystem(_ bytes: UnsafeRawBufferPointer) -> String? {
        for crs in [feature.crs, feature.geometry_crs] where crs.kind != CSJ_ABSENT {
            let member = bytes[part: crs.range]
            if let fault = ForeignSystemFault.sentence(member: member, datum) { return fault }
        }
        return nil
    }

    private func text(_ range: csj_range, _ bytes: UnsafeRawBufferPointer) -> String {
        String(shown: bytes[part: range.range])
    }

    func value(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> FieldValue {
        let value = parser.values[index]
        if feature.properties.repeated {
            return index == FieldNames.Index.uncertainty
                ? .unusable("within one of two members 'properties'") : .absent
        }
        if value.repeated { return .unusable("given twice") }
        switch value.kind {
        case CSJ_ABSENT, CSJ_NULL: return .absent
        case CSJ_STRING, CSJ_ESCAPED_STRING:
            guard let text = JSONText.string(bytes, value) else {
                return .unusable("text with an unpaired surrogate")
            }
            return text.isEmpty ? .absent : .text(text)
        case CSJ_NUMBER: return .text(JSONText.raw(bytes, value))
        case CSJ_TRUE: return .unusable("true")
        case CSJ_FALSE: return .unusable("false")
        case CSJ_ARRAY: return .unusable("an array")
        default: return .unusable("an object")
        }
    }

    /// Where the wanted member at an index stands, when it is an array.
    func list(_ index: Int) -> Range<Int>? {
        let value = parser.values[index]
        guard value.kind == CSJ_ARRAY, !value.repeated, !feature.properties.repeated else {
            return nil
        }
        return value.range
    }

    /// Whether the record that was read last has the wanted member at an index, be it null.
    func has(_ index: Int) -> Bool { parser.values[index].kind != CSJ_ABSENT }

    func plainText(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Range<Int>? {
        let value = parser.values[index]
        guard value.kind == CSJ_STRING, !value.repeated, !feature.properties.repeated else {
            return nil
        }
        return value.range.lowerBound + 1..<value.range.upperBound - 1
    }

    func nullPlace(_ index: Int) -> Int? {
        let value = parser.values[index]
        return value.kind == CSJ_NULL ? value.range.lowerBound : nil
    }

    func number(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Double? {
        let value = parser.values[index]
        guard value.kind == CSJ_NUMBER, !value.repeated, !feature.properties.repeated else {
            return nil
        }
        return Double(json: bytes[part: value.range])
    }

    func append(
        _ bytes: UnsafeRawBufferPointer, keepsBytes: Bool, to output: inout ByteBuffer
    ) -> FindingsPlace {
        let start = output.count
        guard keepsBytes else {
            output.append("{\"type\":\"Feature\",\"geometry\":null,\"properties\":{")
            let place = FindingsPlace(offset: output.count - start, needsComma: false)
            output.append("}}")
            return place
        }
        var offset = 0
        switch feature.properties.kind {
        case CSJ_OBJECT:
            let place = Int(feature.insert_at)
            copy(bytes, 0..<place, into: &output)
            offset = output.count - start
            copy(bytes, place..<bytes.count, into: &output)
            return FindingsPlace(offset: offset, needsComma: feature.keeps_members)
        case CSJ_NULL:
            let range = feature.properties.range
            output.append(contentsOf: bytes[..<range.lowerBound])
            output.append("{")
            offset = output.count - start
            output.append("}")
            output.append(contentsOf: bytes[range.upperBound...])
        default:
            let place = Int(feature.insert_at)
            output.append(contentsOf: bytes[..<place])
            output.append(",\"properties\":{")
            offset = output.count - start
            output.append("}")
            output.append(contentsOf: bytes[place...])
        }
        return FindingsPlace(offset: offset, needsComma: false)
    }

    func appendText(_ text: String, to output: inout ByteBuffer) { output.appendJSON(text) }

    func appendError(
        _ bytes: UnsafeRawBufferPointer, fault: String, place: String, keepsBytes: Bool,
        to output: inout ByteBuffer
    ) {
        if keepsBytes, let earlier = earlierError(bytes, fault) {
            output.append(contentsOf: earlier)
        } else {
            output.appendJSON(place + ": " + fault)
        }
    }

    /// An earlier run's `dmz_error` with its place in the first input, so that a rerun changes
    /// nothing: where it gives the same reason, or where that run could keep nothing else.
    private func earlierError(
        _ bytes: UnsafeRawBufferPointer, _ fault: String
    ) -> UnsafeRawBufferPointer? {
        guard
            feature.earlier_error.kind == CSJ_STRING
                || feature.earlier_error.kind == CSJ_ESCAPED_STRING
        else { return nil }
        let earlier = bytes[part: feature.earlier_error.range]
        if feature.status == CSJ_GEOMETRY_NULL { return earlier }
        var reason = ByteBuffer()
        reason.appendJSON(fault)
        return earlier.suffix(reason.count - 1).elementsEqual(reason.bytes.dropFirst())
            ? earlier : nil
    }

    private func copy(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, into output: inout ByteBuffer
    ) {
        var start = range.lowerBound
        for k in 0..<Int(feature.cut_count) {
            let cut = parser.cut(k).range
            guard cut.lowerBound >= start, cut.lowerBound < range.upperBound else { continue }
            output.append(contentsOf: bytes[start..<cut.lowerBound])
            start = cut.upperBound
        }
        output.append(contentsOf: bytes[start..<range.upperBound])
    }
}

extension csj_range {
    var range: Range<Int> { Int(start)..<Int(end) }
}

extension csj_value {
    var range: Range<Int> { text.range }
}

extension Double {
    /// A number as JSON writes it; `nil` for other bytes and for numbers too large.
    init?(json bytes: UnsafeRawBufferPointer) {
        var value = 0.0
        let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard csj_number(start, bytes.count, &value) else { return nil }
        self = value
    }
}
