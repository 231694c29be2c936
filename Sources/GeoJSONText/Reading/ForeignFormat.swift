/// Formats that people have and the program does not read, by their first bytes.
package struct ForeignFormat: Hashable, Sendable {
    /// Such as `an XLSX workbook`.
    package let name: String
    /// What makes GeoJSON or CSV of it.
    package let way: String

    /// What unpacks it; `nil` for what holds no other files or bytes.
    private var unpacking: String?

    /// The sentence for a person: what it is, what was expected, what to do.
    ///
    /// - Parameter packing: what the bytes were unpacked from, `gzip` or `zstd`; `nil` where they are the
    ///   file's own.
    package func sentence(expecting expected: String, within packing: String? = nil) -> String {
        guard let packing else { return "is \(name), expected \(expected); \(way)" }
        let again = unpacking == nil ? "" : "is compressed again: it "
        return "is compressed by \(packing), and its content \(again)is \(name), expected "
            + "\(expected); unpack it with \(packing) -dc IN >OUT, "
            + (unpacking.map { "and OUT with \($0)" } ?? "and \(way)")
    }

    /// The format of a file by its first bytes, 64 or more of them where there are; `nil` where they tell
    /// of none.
    package init?(_ bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(4096))
        for (signature, format) in Self.signatures where head.starts(with: signature) {
            self = format
            return
        }
        if head.dropFirst(257).starts(with: "ustar".utf8) {
            self = .packed("a tar archive", "tar -xf")
            return
        }
        if let order = Self.order(ofUnits: head) {
            self.init(
                name: "UTF-16 without a mark of its order",
                way:
                    "give it out as UTF-8, for example with iconv -f \(order) -t UTF-8, or name the order of "
                    + "reports by --encoding \(order)")
            return
        }
        // A byte-order mark and white space may stand before text.
        let text = String(decoding: head, as: UTF8.self).lowercased()
            .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard text.hasPrefix("<") else { return nil }
        let known = Self.elements.first { text.contains("<\($0.element)") }
        self = known?.format ?? Self(name: "XML", way: "convert it first, for example with ogr2ogr")
    }

    /// Whether bytes that follow these first ones could tell of another format, so that what comes in small
    /// pieces is told as what comes at once.
    package static func mayBeTold(after bytes: some Collection<UInt8>) -> Bool {
        let head = Array(bytes.prefix(4096))
        if head.count == 4096 { return false }
        if head.count < 2 { return true }
        if signatures.contains(where: { $0.0.count > head.count && $0.0.starts(with: head) }) {
            return true
        }
        // The name at the beginning of a tar archive is filled up with zeros.
        if head.count < 262, head.contains(0) { return true }
        let text = String(decoding: head, as: UTF8.self).drop {
            $0.isWhitespace || $0 == "\u{FEFF}"
        }
        // White space may go on, and what is no text yet may become white space.
        return text.hasPrefix("<") || text.allSatisfy { $0 == "\u{FFFD}" }
    }

    /// The encoding of text of which each second byte of the first two letters is zero; `nil` of any other.
    private static func order(ofUnits head: [UInt8]) -> String? {
        guard head.count >= 4 else { return nil }
        func isText(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }
        if head[1] == 0, head[3] == 0, isText(head[0]), isText(head[2]) { return "UTF-16LE" }
        if head[0] == 0, head[2] == 0, isText(head[1]), isText(head[3]) { return "UTF-16BE" }
        return nil
    }

    /// The format of an XML document by the name of its outermost element; `nil` where that tells of none.
    ///
    /// Cursor on Target is not among them.
    package init?(element name: some Sequence<UInt8>) {
        let text = String(decoding: Array(name), as: UTF8.self).lowercased()
        let known = Self.elements.first { $0.element != "event" && text.hasPrefix($0.element) }
        guard let known else { return nil }
        self = known.format
    }

    private init(name: String, way: String) {
        self.name = name
        self.way = way
    }

    private static func ogr(_ name: String) -> Self {
        Self(
            name: name, way: "convert it first, for example with ogr2ogr -f GeoJSON out.geojson IN")
    }

    private static func packed(_ name: String, _ command: String, way: String? = nil) -> Self {
        var format = Self(name: name, way: way ?? "unpack it first with \(command)")
        format.unpacking = command
        return format
    }

    private static let table = "save it as CSV in the spreadsheet program"

    private static let signatures: [([UInt8], ForeignFormat)] = [
        (
            [0x50, 0x4B, 0x03, 0x04],
            packed(
                "a ZIP archive, such as an XLSX or ODS workbook, a KMZ file or a zipped shapefile",
                "unzip",
                way:
                    "save a workbook as CSV; convert the others with ogr2ogr -f GeoJSON out.geojson IN"
            )
        ),
        ([0xD0, 0xCF, 0x11, 0xE0], Self(name: "an old Excel workbook (XLS)", way: table)),
        (Array("SQLite format 3".utf8), ogr("a GeoPackage or another SQLite file")),
        (Array("%PDF".utf8), Self(name: "a PDF document", way: "copy its table into CSV")),
        (Array("PAR1".utf8), ogr("a Parquet file")),
        (Array("ARROW1".utf8), ogr("an Arrow file")),
        ([0x00, 0x00, 0x27, 0x0A], ogr("a shapefile")),
        ([0x66, 0x67, 0x62, 0x03], ogr("a FlatGeobuf file")),
        // Reports are unpacked from these two themselves: here they lie within another compression.
        ([0x1F, 0x8B], packed("compressed by gzip", "gzip -d")),
        ([0x28, 0xB5, 0x2F, 0xFD], packed("compressed by zstd", "zstd -d")),
        (Array("BZh".utf8), packed("compressed by bzip2", "bzip2 -d")),
        (
            [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
            packed("compressed by xz", "xz -d")
        ),
        (
            [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
            packed("a 7z archive", "7z x")
        ),
    ]

    private static let elements: [(element: String, format: ForeignFormat)] = [
        ("kml", ogr("a KML file")), ("gpx", ogr("a GPX file")),
        (
            "event",
            Self(
                name: "a Cursor on Target event",
                way: "check reports with --profile cot, or make one GeoJSON Feature of each event")
        ),
        ("osm", ogr("an OpenStreetMap file")), ("wfs:", ogr("a GML file")),
        ("gml", ogr("a GML file")),
        (
            "html",
            Self(
                name: "an HTML page, maybe that of an error",
                way: "load the file itself down again")
        ),
    ]
}
