internal import CPROJ

/// Why a system of PROJ's is not one of two horizontal axes.
enum SystemWithoutUse {
    /// What is said behind its name, with the system that may be meant.
    static func sentence(_ system: PROJObject) -> String {
        let context = system.context.handle
        switch system.type {
        case PJ_TYPE_GEOCENTRIC_CRS:
            return
                "counts metres from the centre of the earth along three axes, expected longitude and latitude "
                + "or easting and northing; convert the positions first"
        case PJ_TYPE_GEOGRAPHIC_3D_CRS, PJ_TYPE_PROJECTED_CRS:
            return "has a height for its third axis, which is not read; name the system without it"
                + named(twin(system))
        case PJ_TYPE_COMPOUND_CRS:
            // NULL on error.
            let plain = PROJObject(proj_crs_get_sub_crs(context, system.handle, 0), system.context)
            return
                "is put together from a horizontal and a vertical system; name its horizontal system"
                + named(plain)
        default:
            return
                "is not a system of longitude and latitude or of easting and northing; name its horizontal "
                + "system"
        }
    }

    /// Whether a system has a third axis.
    static func hasHeight(_ system: PROJObject) -> Bool {
        let context = system.context.handle
        // NULL on error.
        guard
            let axes = PROJObject(
                proj_crs_get_coordinate_system(context, system.handle), system.context)
        else { return false }
        // -1 on error.
        return proj_cs_get_axis_count(context, axes.handle) > 2
    }

    /// The system of that name with two axes, if the register has one.
    private static func twin(_ system: PROJObject) -> PROJObject? {
        let context = system.context
        var type =
            system.type == PJ_TYPE_PROJECTED_CRS
            ? PJ_TYPE_PROJECTED_CRS : PJ_TYPE_GEOGRAPHIC_2D_CRS
        // NULL on error, both.
        guard
            let list = proj_create_from_name(
                context.handle, "EPSG", system.name, &type, 1, 0, 1, nil)
        else { return nil }
        defer { proj_list_destroy(list) }
        return PROJObject(proj_list_get(context.handle, list, 0), context)
    }

    private static func named(_ system: PROJObject?) -> String {
        system?.code.map { ", \($0)" } ?? ""
    }
}
