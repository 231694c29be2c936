internal import CSimdjson
import Datums
import GeoJSONText
import Geodesy

/// Why a Feature, or bytes that should be one, cannot be used.
enum FeatureFault {
    static func sentence(_ feature: csj_feature, _ bytes: UnsafeRawBufferPointer) -> String {
        let found = shown(feature.detail, bytes)
        switch feature.status {
        case CSJ_NOT_UTF8: return "the bytes are not UTF-8"
        case CSJ_NOT_JSON: return notJSON(Int(feature.fault), bytes)
        case CSJ_TOO_DEEP: return "values are nested more than 1,024 deep"
        case CSJ_TOO_LONG: return "the record is longer than 2 GB"
        case CSJ_NO_MEMORY: return "there is not enough memory to read the record"
        case CSJ_NOT_OBJECT: return "found \(shown(bytes)), expected a Feature"
        case CSJ_NOT_FEATURE:
            return feature.detail.repeated
                ? "the member 'type' is given twice"
                : "the type is \(found), expected \"Feature\""
        case CSJ_BAD_PROPERTIES:
            return "'properties' is \(found), expected an object or null"
        case CSJ_GEOMETRY_ABSENT: return "the Feature has no geometry, expected a Point"
        case CSJ_GEOMETRY_NULL: return "the geometry is null, expected a Point"
        case CSJ_GEOMETRY_REPEATED: return "the geometry, or a member of it, is given twice"
        case CSJ_GEOMETRY_NOT_OBJECT: return "the geometry is \(found), expected a Point"
        case CSJ_GEOMETRY_NOT_POINT:
            return "the geometry's type is \(found); only a Point can be judged"
        case CSJ_COORDINATES_ABSENT: return "the Point has no coordinates"
        case CSJ_COORDINATES_NOT_ARRAY:
            return "the coordinates are \(found), expected [longitude, latitude]"
        case CSJ_COORDINATES_SHORT:
            return "the position has fewer than two numbers, expected [longitude, latitude]"
        case CSJ_COORDINATE_NOT_NUMBER: return "the coordinate \(found) is not a number"
        case CSJ_COORDINATE_TOO_LARGE: return "the coordinate \(found) is too large a number"
        case CSJ_COORDINATES_SPLIT:
            return
                "the position \(found) is four whole numbers, expected [longitude, latitude]; with "
                + "decimal points for commas it is \(rejoined(feature.detail, bytes))"
        default: return "cannot be read"
        }
    }

    /// Four whole numbers as the two that decimal commas parted.
    private static func rejoined(_ value: csj_value, _ bytes: UnsafeRawBufferPointer) -> String {
        let digits = String(decoding: bytes[part: value.range], as: UTF8.self)
            .filter { $0.isNumber || $0 == "," || $0 == "-" }.split(separator: ",")
        guard digits.count == 4 else { return "two numbers" }
        return "[\(digits[0]).\(digits[1]), \(digits[2]).\(digits[3])]"
    }

    private static func notJSON(_ fault: Int, _ bytes: UnsafeRawBufferPointer) -> String {
        guard fault < bytes.count else { return "is not JSON: a string or bracket is not closed" }
        return "is not JSON: '\(shown(bytes[part: fault..<bytes.count]))' at its byte "
            + "\(fault.grouped)"
    }

    private static func shown(_ value: csj_value, _ bytes: UnsafeRawBufferPointer) -> String {
        value.kind == CSJ_ABSENT ? "missing" : shown(bytes[part: value.range])
    }

    private static func shown(_ bytes: UnsafeRawBufferPointer) -> String {
        String(shown: bytes)
    }
}

/// What is wrong with coordinates of another system.
enum ForeignSystemFault {
    static func sentence(_ name: String) -> String {
        "the coordinates are in '\(name)', expected longitude and latitude on WGS 84 "
            + "(CRS84 or EPSG:4326); name the system by --crs, or convert the file first, for example "
            + "with ogr2ogr -t_srs EPSG:4326"
    }

    /// What is wrong with a `crs` member; `nil` where it names the system that positions are read in, or
    /// nothing.
    static func sentence(
        member: UnsafeRawBufferPointer, _ datum: DatumTransform?
    ) -> String? {
        guard let datum else {
            return CoordinateReferenceSystem.foreignName(in: member).map(sentence)
        }
        guard let name = CoordinateReferenceSystem.statedName(in: member) else { return nil }
        let system = datum.system
        if CoordinateReferenceSystem.isName(
            name, ofCode: system.code, isWGS84: system.isWGS84 && system.isInDegrees)
        {
            return nil
        }
        return
            "the coordinates are in '\(String(shown: name, limit: 80))' by the member 'crs', and in "
            + "\(system.label) by --crs; expected one of both"
    }
}

/// What is wrong with a position that could be read.
enum PositionFault {
    /// Why the numbers are no position; `columns` are the names under which CSV has them.
    static func sentence(
        longitude: String, latitude: String, _ position: Coordinate,
        columns: (longitude: String, latitude: String)? = nil
    ) -> String? {
        let isArray = columns == nil
        if !(position.latitude.magnitude <= 90) {
            let isSwapped =
                position.latitude.magnitude <= 180 && position.longitude.magnitude <= 90
            return named("latitude \(latitude)", columns?.latitude) + " is not in -90...90"
                + (isSwapped && isArray ? "; longitude comes first" : "")
        }
        if !(position.longitude.magnitude <= 180) {
            return named("longitude \(longitude)", columns?.longitude)
                + " is not in -180...180"
        }
        return nil
    }

    private static func named(_ number: String, _ column: String?) -> String {
        number + (column.map { " in column '\(String(shown: $0))'" } ?? "")
    }
}
