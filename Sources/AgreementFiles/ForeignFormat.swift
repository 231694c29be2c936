/// Formats of other programs, which a file is recognised as by how it begins.
struct ForeignFormat {
    /// The name that people know it by.
    let name: String
    /// Whether GDAL's `ogr2ogr` makes GeoJSON of it.
    let isConverted: Bool

    /// The format of a file that is neither text nor GeoJSON; `nil` where it may be either.
    init?(_ bytes: some Collection<UInt8>, path: String) {
        let head = bytes.prefix(2048)
        func begins(_ text: String) -> Bool { head.starts(with: text.utf8) }
        func holds(_ word: String) -> Bool {
            String(decoding: head, as: UTF8.self).lowercased().contains(word)
        }
        let name = path.lowercased()
        if begins("PK\u{3}\u{4}") {
            if name.hasSuffix(".kmz") {
                self.init("KMZ (KML in a ZIP archive)")
            } else if name.hasSuffix(".xlsx") || name.hasSuffix(".ods") {
                self.init("a spreadsheet (XLSX or ODS)")
            } else {
                self.init("a ZIP archive (as of XLSX, KMZ or shapefiles)")
            }
        } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self.init("an old Office file (XLS or DOC)", isConverted: false)
        } else if begins("SQLite format 3") {
            self.init("GeoPackage or another SQLite database")
        } else if head.starts(with: [0, 0, 0x27, 0x0A]) {
            self.init("a shapefile")
        } else if begins("%PDF") {
            self.init("PDF", isConverted: false)
        } else if head.starts(with: [0x1F, 0x8B]) {
            self.init("compressed (gzip)", isConverted: false)
        } else if let first = head.first(where: {
            ![0xEF, 0xBB, 0xBF, 0x20, 9, 10, 13].contains($0)
        }),
            first == UInt8(ascii: "<")
        {
            let known = [
                ("<kml", "KML"), ("<gpx", "GPX"), ("gml", "GML"), ("<event", "Cursor on Target"),
            ]
            let found = known.first { holds($0.0) }?.1
            self.init(
                found ?? (holds("<html") ? "a web page (HTML)" : "XML"), isConverted: found != nil)
        } else {
            return nil
        }
    }

    private init(_ name: String, isConverted: Bool = true) {
        self.name = name
        self.isConverted = isConverted
    }

    /// What the file is, what is expected, and how to make the one of the other.
    func reason(path: String, expected: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let stem = file.split(separator: ".").dropLast().joined(separator: ".")
        let output = (stem.isEmpty ? file : stem) + ".geojson"
        return "this is \(name), and \(expected) is expected"
            + (isConverted
                ? "; convert it: ogr2ogr -f GeoJSON -t_srs OGC:CRS84 \(output) \(file)" : "")
    }
}
