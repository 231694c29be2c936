internal import CSimdjson

/// The library by which JSON is read.
package enum JSONLibrary {
    /// Its version.
    package static var version: String { String(cString: csj_version()) }
}
