internal import CGEOS
internal import CPROJ
import Agreements
import GeoJSONText

/// The versions of the libraries by which findings are computed.
enum LibraryVersions {
    static var all: [(name: String, version: String)] {
        [
            ("geos", String(cString: GEOSversion())),
            ("proj", String(cString: proj_info().version)),
            ("simdjson", JSONLibrary.version),
            ("tzdata", LocalClock.rulesVersion),
        ]
    }

    /// Of those that geometry depends on, as the running program has them.
    static var inWords: String {
        // GEOS names the version of its C interface behind its own: 3.12.1-CAPI-1.18.1.
        let geos = String(cString: GEOSversion()).prefix { $0 != "-" }
        return "GEOS \(geos), PROJ \(String(cString: proj_info().version))"
    }
}
