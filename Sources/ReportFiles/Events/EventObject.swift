import GeoJSONText

/// The object of JSON that an event of Cursor on Target becomes.
///
/// Attributes of the event and of its point are members, with the digits as they were written; `detail` is that
/// element as it stands. What would have the name of another member, and what else stands in the event, gets a
/// name that XML does not have, such as `event/lat`.
struct EventObject: ~Copyable {
    private var json = ByteBuffer()
    /// The bytes of the object.
    var bytes: [UInt8] { Array(json.bytes) }

    private static let numbers = ["lat", "lon", "hae", "ce", "le"]
    /// Names of members that an attribute of the event may not have.
    private static let taken = Set(numbers + ["detail", "geometry", "properties"])

    /// Reads an event.
    ///
    /// - Parameter bytes: one element `event`, in UTF-8.
    init(_ bytes: UnsafeRawBufferPointer) throws(XMLFault) {
        var reader = XMLReader(bytes)
        guard case .start(let name, let attributes)? = try reader.next(),
            Self.isLocal("event", reader.text(name))
        else {
            throw XMLFault(
                sentence:
                    "is no event of Cursor on Target: found '\(String(shown: bytes, limit: 20))', "
                    + "expected <event …>")
        }
        for attribute in attributes {
            let name = reader.text(attribute.name)
            let text = reader.value(attribute)
            if name == "type", FeatureForm.typesOfGeoJSON.contains("\"\(text)\"") {
                throw XMLFault(
                    sentence:
                        "has the type '\(text)', which is one of GeoJSON, expected one of Cursor on Target such as "
                        + "a-f-G")
            }
            put(Self.taken.contains(name) ? "event/" + name : name, text)
        }
        let content = try Self.content(&reader)
        put(content.point, reader)
        put("detail", content.details, bytes)
        put("event/content", content.others, bytes)
        put("point/content", content.inPoint, bytes)
        json.append(UInt8(ascii: "}"))
    }

    /// What stands in an event, by its places.
    private struct Content {
        /// The attributes of its point; `nil` without one.
        var point: [XMLReader.Attribute]?
        var details: [Range<Int>] = []
        /// What is neither, and what the point holds.
        var others: [Range<Int>] = []
        var inPoint: [Range<Int>] = []
    }

    private static func content(_ reader: inout XMLReader) throws(XMLFault) -> Content {
        enum Child { case point, detail, other }
        var content = Content()
        var child = Child.other
        var childStart = 0
        while let construct = try reader.next() {
            let range = reader.start..<reader.i
            switch (construct, reader.depth) {
            // A start tag counts as within its element, an end tag as outside of it.
            case (.start(let name, let attributes), 2):
                childStart = range.lowerBound
                child =
                    isLocal("point", reader.text(name))
                    ? .point : isLocal("detail", reader.text(name)) ? .detail : .other
                guard child == .point else { continue }
                guard content.point == nil else {
                    throw XMLFault(sentence: "has two elements <point>, expected one")
                }
                content.point = attributes
            case (.end, 1):
                switch child {
                case .point: break
                case .detail: content.details.append(childStart..<range.upperBound)
                case .other: content.others.append(childStart..<range.upperBound)
                }
            case (.text, 1), (.other, 1): content.others.append(range)
            case (_, 2...) where child == .point: content.inPoint.append(range)
            default: break
            }
        }
        return content
    }

    private static func isLocal(_ local: String, _ name: String) -> Bool {
        name == local || name.hasSuffix(":" + local) && name.firstIndex(of: ":") != nil
    }

    /// Puts the point's attributes; without a longitude or latitude that is null.
    private mutating func put(_ point: [XMLReader.Attribute]?, _ reader: XMLReader) {
        var missing: Set = ["lat", "lon"]
        for attribute in point ?? [] {
            let name = reader.text(attribute.name)
            let text = reader.value(attribute)
            missing.remove(name)
            if !Self.numbers.contains(name) {
                put("point/" + name, text)
            } else if Self.isNumber(text) {
                begin(name)
                json.append(contentsOf: text.utf8)
            } else {
                put(name, text)
            }
        }
        for name in ["lat", "lon"] where missing.contains(name) {
            begin(name)
            json.append("null")
        }
    }

    /// Puts what stands at some places, where that is more than white space.
    private mutating func put(
        _ name: String, _ ranges: [Range<Int>], _ bytes: UnsafeRawBufferPointer
    ) {
        let ranges = ranges.filter { !bytes[$0].allSatisfy(\.isJSONSpace) }
        guard !ranges.isEmpty else { return }
        put(name, ranges.map { String(decoding: bytes[part: $0], as: UTF8.self) }.joined())
    }

    private mutating func put(_ name: String, _ text: String) {
        begin(name)
        json.appendJSON(text)
    }

    private mutating func begin(_ name: String) {
        json.append(json.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
        json.appendJSON(name)
        json.append(UInt8(ascii: ":"))
    }

    /// Whether a text is a number of JSON as it stands.
    private static func isNumber(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { Double(json: UnsafeRawBufferPointer($0)) != nil }
    }
}
