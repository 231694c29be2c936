import GeoJSONText
import Geodesy
import Notations
import Zones

/// A geometry that a report has in the place of a position: points, lines, polygons, or all of them.
struct ReportedGeometry {
    private var points: [Coordinate] = []
    private var lines: [[Coordinate]] = []
    private var polygons: [[[Coordinate]]] = []
    /// Why nothing can be made of it; `nil` where that is not known.
    private(set) var fault: String?
    /// The first of its vertices, be it on the globe or not; `nil` where it has none.
    private(set) var first: Coordinate?

    /// The geometry of a GeoJSON text.
    init(geoJSON bytes: UnsafeRawBufferPointer) {
        // No more of them can be vertices, rings and parts.
        guard bytes.count(where: { $0 == UInt8(ascii: "[") }) <= 4 * Footprint.mostVertices else {
            fault =
                "it has more than \(Footprint.mostVertices.grouped) vertices, expected no more than these"
            first = Self.firstPlace(bytes)
            return
        }
        do throws(JSONFault) {
            let places = try GeoJSONGeometries(Array(bytes)).places()
            (points, lines, polygons) = (places.points, places.lines, places.polygons)
            first = vertices.first { _ in true }
        } catch {
            fault = error.reason
            first = Self.firstPlace(bytes)
        }
    }

    /// The geometry that a text is, in GeoJSON or well-known text; `nil` for one that is a position.
    init?(text bytes: UnsafeRawBufferPointer) {
        if bytes.first == UInt8(ascii: "{") {
            self.init(geoJSON: bytes)
            if fault == nil, points.count == 1, lines.isEmpty, polygons.isEmpty { return nil }
            return
        }
        guard let text = WellKnownGeometry(bytes) else { return nil }
        self.init(text)
    }

    private init(_ text: WellKnownGeometry) {
        (points, lines, polygons) = (text.points, text.lines, text.polygons)
        fault = text.fault
        first = text.first
    }

    private var vertices: some Sequence<Coordinate> {
        [points, lines.flatMap { $0 }, polygons.flatMap { $0.flatMap { $0 } }].joined()
    }

    /// The first vertex that is on the globe; `nil` where none is.
    var firstOnGlobe: Coordinate? {
        first.flatMap { $0.isValid ? $0 : vertices.first { $0.isValid } }
    }

    /// The region.
    ///
    /// - Throws: `FootprintError` where nothing can be made of the vertices.
    func footprint(_ meaning: Footprint.Meaning) throws(FootprintError) -> Footprint {
        try .geometry(points: points, lines: lines, polygons: polygons, means: meaning)
    }

    /// The first position in the coordinates of a GeoJSON text that could not be read.
    private static func firstPlace(_ bytes: UnsafeRawBufferPointer) -> Coordinate? {
        let text = bytes[...]
        guard let start = text.firstRange(of: Array("\"coordinates\"".utf8))?.upperBound else {
            return nil
        }
        var rest = text[start...]
        while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
            rest = rest[(open + 1)...]
            guard let end = rest.firstIndex(where: { [0x5B, 0x5D].contains($0) }) else {
                return nil
            }
            let numbers = rest[..<end].split(separator: UInt8(ascii: ","), maxSplits: 2)
            if bytes[end] == UInt8(ascii: "]"), numbers.count >= 2,
                let longitude = number(numbers[0]), let latitude = number(numbers[1])
            {
                let place = Coordinate(longitude: longitude, latitude: latitude)
                if place.isValid { return place }
            }
        }
        return nil
    }

    private static func number(_ text: Slice<UnsafeRawBufferPointer>) -> Double? {
        ValueCode.number(String(decoding: text, as: UTF8.self))
    }
}
