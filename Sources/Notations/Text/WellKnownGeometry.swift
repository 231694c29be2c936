package import Geodesy

/// Lines, polygons and collections in well-known text; single points are positions.
///
/// - Source: OGC 06-103r4, Simple Feature Access, section 7; PostGIS's `SRID=4326;` in front.
package struct WellKnownGeometry {
    /// What the text holds, in its order.
    package private(set) var points: [Coordinate] = []
    package private(set) var lines: [[Coordinate]] = []
    package private(set) var polygons: [[[Coordinate]]] = []
    /// Its first vertex, also before a fault.
    package private(set) var first: Coordinate?
    /// Why the text is no geometry; `nil` where it is one.
    package private(set) var fault: String?

    private let bytes: UnsafeRawBufferPointer
    private var at = 0
    private var depth = 0

    /// Texts in more levels of collections are no geometries.
    private static let deepest = 32

    private struct Fault: Error {
        let reason: String
    }

    private static let tags: [(tag: String, isMulti: Bool)] = [
        ("LINESTRING", false), ("POLYGON", false), ("MULTIPOINT", true),
        ("MULTILINESTRING", true), ("MULTIPOLYGON", true), ("GEOMETRYCOLLECTION", true),
    ]

    /// Reads a text; `nil` where it does not begin as such a geometry does.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        skipSpaces()
        var system: String?
        if take("SRID") {
            guard take("=") else { return nil }
            system = word()
            guard take(";") else { return nil }
        }
        let start = at
        guard Self.tags.contains(where: { take($0.tag) }) else { return nil }
        at = start
        if let system, system != "4326" {
            fault = "it has the reference system \(system.prefix(40)), expected 4326 (WGS 84)"
            return
        }
        do throws(Fault) {
            try geometry()
            guard at == bytes.count else { throw unexpected("the end of the text") }
        } catch {
            fault = error.reason
        }
    }

    private mutating func geometry() throws(Fault) {
        let tag = word().uppercased()
        // Of heights and measures nothing is taken.
        let plain =
            Self.dimensions.first { tag.hasSuffix($0) }.map { tag.dropLast($0.count) } ?? tag[...]
        if plain.count == tag.count {
            _ = take("ZM") || take("Z") || take("M")
        }
        if take("EMPTY") {
            empty(String(plain))
            return
        }
        switch plain {
        case "POINT": points += try positions()
        case "LINESTRING": lines.append(try positions())
        case "POLYGON": polygons.append(try list { reader throws(Fault) in try reader.positions() })
        case "MULTIPOINT":
            points += try list { reader throws(Fault) in
                // With brackets around each, or without.
                if reader.peek == UInt8(ascii: "(") { return try reader.positions() }
                return [try reader.position()]
            }.flatMap { $0 }
        case "MULTILINESTRING":
            lines += try list { reader throws(Fault) in try reader.positions() }
        case "MULTIPOLYGON":
            polygons += try list { reader throws(Fault) in
                try reader.list { reader throws(Fault) in try reader.positions() }
            }
        case "GEOMETRYCOLLECTION":
            depth += 1
            guard depth <= Self.deepest else {
                throw Fault(reason: "collections are nested more than \(Self.deepest) deep")
            }
            _ = try list { reader throws(Fault) in try reader.geometry() }
            depth -= 1
        default: throw Fault(reason: "'\(tag.prefix(40))' is no geometry of well-known text")
        }
    }

    private static let dimensions = ["ZM", "Z", "M"]

    /// A part without vertices, which a collection may have and others may not.
    private mutating func empty(_ tag: String) {
        switch tag {
        case "LINESTRING": lines.append([])
        case "POLYGON": polygons.append([])
        default: break
        }
    }

    private mutating func positions() throws(Fault) -> [Coordinate] {
        try list { reader throws(Fault) in try reader.position() }
    }

    private mutating func list<Element>(
        _ element: (inout WellKnownGeometry) throws(Fault) -> Element
    ) throws(Fault) -> [Element] {
        guard take("(") else { throw unexpected("'('") }
        var elements: [Element] = []
        repeat { elements.append(try element(&self)) } while take(",")
        guard take(")") else { throw unexpected("',' or ')'") }
        return elements
    }

    private mutating func position() throws(Fault) -> Coordinate {
        let longitude = try number()
        let latitude = try number()
        var more = 0
        while more < 2, let next = peek, next != UInt8(ascii: ","), next != UInt8(ascii: ")") {
            _ = try number()
            more += 1
        }
        let position = Coordinate(longitude: longitude, latitude: latitude)
        // Where the text ends here its last number may be cut off.
        if first == nil, peek != nil { first = position }
        return position
    }

    private mutating func number() throws(Fault) -> Double {
        let start = at
        while at < bytes.count, Self.isOfNumber(bytes[at]) { at += 1 }
        guard at > start,
            let number = Double(String(decoding: bytes[start..<at], as: UTF8.self)),
            number.isFinite
        else {
            at = start
            throw unexpected("a number")
        }
        skipSpaces()
        return number
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E
            || byte | 0x20 == 0x65
    }

    private mutating func word() -> String {
        let start = at
        while at < bytes.count,
            ByteText.capital(bytes[at]) != 0 || (0x30...0x39).contains(bytes[at])
        {
            at += 1
        }
        let end = at
        skipSpaces()
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func take(_ text: String) -> Bool {
        let expected = text.utf8
        guard bytes.count - at >= expected.count else { return false }
        for (k, byte) in expected.enumerated() {
            let found = bytes[at + k]
            guard found == byte || ByteText.capital(found) == byte else { return false }
        }
        at += expected.count
        skipSpaces()
        return true
    }

    private mutating func skipSpaces() {
        while at < bytes.count, bytes[at] == 0x20 || (9...13).contains(bytes[at]) { at += 1 }
    }

    private func unexpected(_ expected: String) -> Fault {
        let rest = bytes[min(at, bytes.count)...].prefix(20)
        let found =
            rest.isEmpty
            ? "the end" : "'" + String(decoding: rest, as: UTF8.self) + "'"
        return Fault(reason: "at its byte \(at) there is \(found), expected \(expected)")
    }
}
