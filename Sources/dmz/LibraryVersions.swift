internal import CGEOS
internal import CPROJ
import GeoJSONText

/// The versions of the libraries by which findings are computed.
enum LibraryVersions {
    static var all: [(name: String, version: String)] {
        [
            ("geos", String(cString: GEOSversion())),
            ("proj", String(cString: proj_info().version)),
            ("simdjson", JSONLibrary.version),
        ]
    }
}
