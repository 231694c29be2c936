internal import CPROJ
import Geodesy

/// A coordinate reference system in which positions are written: longitude and latitude on a datum, or an
/// easting and a northing of a grid.
///
/// The first number is always the longitude or easting, whatever the order of the system's own axes is.
package struct ReferenceSystem: Hashable, Sendable {
    /// The text that it was made from, as PROJ reads it.
    let definition: String
    /// Its name, such as `Pulkovo 1942 / Gauss-Kruger zone 7`.
    package let name: String
    /// Its code with the authority, such as `EPSG:28407`; `nil` where it has none.
    package let code: String?
    /// Whether its numbers are an easting and a northing.
    package let isProjected: Bool
    /// The name of the unit of its numbers, such as `metre` or `degree`.
    package let unit: String
    /// How many metres, or radians, its unit has.
    let unitFactor: Double
    /// Whether its datum is WGS 84 itself, so that no datum operation is needed.
    package let isWGS84: Bool
    /// The number that its eastings begin with, in millions of metres, where the grid has one.
    package let zone: Int?

    /// A system from a code such as `EPSG:28407`, a PROJ string such as `+proj=utm +zone=37`, or WKT.
    ///
    /// - Throws: `DatumError` when the text names no system, or one without two horizontal axes.
    package init(_ text: String) throws(DatumError) {
        try self.init(text, PROJContext())
    }

    init(_ text: String, _ context: PROJContext) throws(DatumError) {
        definition = try Self.definition(text)
        guard context.hasDatabase else {
            throw DatumError(
                .library,
                "PROJ's database proj.db is not found; install PROJ's data, or say by PROJ_DATA where "
                    + "it is")
        }
        guard let system = context.object(definition) else {
            throw DatumError(
                .unknownSystem,
                "'\(Self.shown(text))' is no reference system that PROJ knows, expected a code such as "
                    + "EPSG:28407, a PROJ string or WKT")
        }
        guard let (plain, isProjected) = Self.horizontal(system) else {
            throw DatumError(
                .unusableSystem,
                "'\(Self.shown(text))'\(Self.named(system)) \(SystemWithoutUse.sentence(system))")
        }
        self.isProjected = isProjected
        // A PROJ string has no name.
        name = ["", "unknown"].contains(system.name) ? Self.shown(text) : system.name
        code = system.code
        let isBound = system.type == PJ_TYPE_BOUND_CRS
        isWGS84 = !isBound && Self.isOnWGS84(plain)
        (unit, unitFactor) =
            Self.unit(plain) ?? (isProjected ? ("metre", 1) : ("degree", .pi / 180))
        zone = isProjected && unitFactor == 1 ? Self.zone(plain) : nil
    }

    /// Its code and name, or the name alone.
    package var title: String { code.map { "\($0) (\(name))" } ?? name }
    /// What is said of it in a sentence: the code, or else the name.
    package var label: String { code ?? name }
    /// Whether its numbers are longitude and latitude in degrees.
    package var isInDegrees: Bool {
        !isProjected && (unitFactor / (.pi / 180) - 1).magnitude < 1e-12
    }

    /// The name of its unit in the plural, for a sentence.
    package var units: String {
        ["metre", "degree", "grad"].contains(unit) ? unit + "s" : "units of a \(unit)"
    }

    /// The length of so many of its units on the ground, at most.
    package func length(of units: Double) -> Distance {
        // A degree of the meridian is the longest of all: 111.7 km.
        .metres(units * unitFactor * (isProjected ? 1 : 6_400_000))
    }

    /// The text as PROJ is to read it: never a name, which it would look for among similar ones.
    private static func definition(_ text: String) throws(DatumError) -> String {
        var trimmed = text[...]
        while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        guard !trimmed.isEmpty else {
            throw DatumError(
                .unknownSystem,
                "the reference system is empty, expected a code such as EPSG:28407, a PROJ string or WKT"
            )
        }
        if trimmed.allSatisfy({ $0.isASCII && $0.isNumber }) {
            throw DatumError(
                .unknownSystem,
                "the reference system '\(shown(String(trimmed)))' has no authority, expected "
                    + "EPSG:\(shown(String(trimmed)))")
        }
        if trimmed.hasPrefix("+"), !trimmed.contains("\0") {
            // Of a pipeline PROJ would make a system of longitude and latitude.
            if trimmed.contains("proj=pipeline") || trimmed.contains("+step") {
                throw DatumError(
                    .unusableSystem,
                    "'\(shown(text))' is a pipeline and no reference system, expected a string such as "
                        + "+proj=utm +zone=37")
            }
            return trimmed.contains("+type=crs") ? String(trimmed) : trimmed + " +type=crs"
        }
        let parts = trimmed.split(separator: ":", omittingEmptySubsequences: false)
        let isCode =
            parts.count >= 2
            && trimmed.allSatisfy {
                $0.isASCII && ($0.isLetter || $0.isNumber || ":._-".contains($0))
            }
        let isText = trimmed.contains("[") || trimmed.hasPrefix("{")
        guard isCode || isText, !trimmed.contains("\0") else {
            throw DatumError(
                .unknownSystem,
                "'\(shown(text))' is no reference system, expected a code such as EPSG:28407, a PROJ "
                    + "string or WKT")
        }
        return String(trimmed)
    }

    /// The system in two dimensions without what is bound to it, and whether it is projected.
    private static func horizontal(_ system: PROJObject) -> (PROJObject, isProjected: Bool)? {
        switch system.type {
        case PJ_TYPE_GEOGRAPHIC_2D_CRS: return (system, false)
        case PJ_TYPE_PROJECTED_CRS where !SystemWithoutUse.hasHeight(system): return (system, true)
        case PJ_TYPE_BOUND_CRS:
            // NULL on error.
            guard
                let source = PROJObject(
                    proj_get_source_crs(system.context.handle, system.handle), system.context),
                source.type != PJ_TYPE_BOUND_CRS
            else { return nil }
            return horizontal(source)
        default: return nil
        }
    }

    private static func isOnWGS84(_ system: PROJObject) -> Bool {
        let context = system.context
        // NULL on error.
        guard
            let base = PROJObject(
                proj_crs_get_geodetic_crs(context.handle, system.handle), context),
            let target = context.object("EPSG:4326")
        else { return false }
        return proj_is_equivalent_to_with_ctx(
            context.handle, base.handle, target.handle,
            PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0
    }

    private static func unit(_ system: PROJObject) -> (String, Double)? {
        let context = system.context.handle
        // NULL on error.
        guard
            let axes = PROJObject(
                proj_crs_get_coordinate_system(context, system.handle), system.context)
        else { return nil }
        var factor = 0.0
        var name: UnsafePointer<CChar>?
        // 0 on error.
        guard
            proj_cs_get_axis_info(context, axes.handle, 0, nil, nil, nil, &factor, &name, nil, nil)
                != 0, factor > 0
        else { return nil }
        return (PROJObject.text(name) ?? "unit", factor)
    }

    /// The number in front of eastings of a transverse Mercator grid whose false easting is so many million
    /// metres and 500,000.
    private static func zone(_ system: PROJObject) -> Int? {
        let context = system.context.handle
        // NULL on error.
        guard
            let conversion = PROJObject(
                proj_crs_get_coordoperation(context, system.handle), system.context)
        else { return nil }
        var method: UnsafePointer<CChar>?
        // 0 on error.
        guard
            proj_coordoperation_get_method_info(
                context, conversion.handle, &method, nil, nil) != 0,
            PROJObject.text(method) == "Transverse Mercator"
        else { return nil }
        // -1 when there is none.
        let index = proj_coordoperation_get_param_index(
            context, conversion.handle, "False easting")
        guard index >= 0 else { return nil }
        var value = 0.0
        var factor = 0.0
        // 0 on error.
        guard
            proj_coordoperation_get_param(
                context, conversion.handle, index, nil, nil, nil, &value, nil, &factor, nil, nil,
                nil, nil) != 0
        else { return nil }
        let millions = (value * factor - 500_000) / 1_000_000
        guard millions >= 1, millions <= 120 else { return nil }
        return Int(exactly: millions)
    }

    private static func named(_ system: PROJObject) -> String {
        system.name.isEmpty || system.name == "unknown" ? "" : " (\(system.name))"
    }

    /// A text in a sentence, cut where it is long.
    static func shown(_ text: String) -> String {
        let plain = text.map { $0.isNewline || $0 == "\0" ? " " : $0 }
        return plain.count > 80 ? String(plain.prefix(80)) + "..." : String(plain)
    }
}
