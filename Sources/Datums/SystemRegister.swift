internal import CPROJ

/// The systems that PROJ's register has.
enum SystemRegister {
    /// What is made of each system of EPSG of such a type whose area has a place in common with a box of
    /// degrees; systems that are out of use are left out.
    static func list<Value>(
        _ type: PJ_TYPE, meeting box: (west: Double, south: Double, east: Double, north: Double),
        _ context: PROJContext, _ make: (PROJ_CRS_INFO) -> Value?
    ) -> [Value] {
        // NULL without memory.
        guard let parameters = proj_get_crs_list_parameters_create() else { return [] }
        defer { proj_get_crs_list_parameters_destroy(parameters) }
        var count: Int32 = 0
        // NULL on error.
        let list = withUnsafePointer(to: type) { type in
            parameters.pointee.types = type
            parameters.pointee.typesCount = 1
            // PROJ's own search by a box overlooks areas that span the antimeridian, as that of SK-42 does.
            parameters.pointee.bbox_valid = 0
            parameters.pointee.allow_deprecated = 0
            return proj_get_crs_info_list_from_database(context.handle, "EPSG", parameters, &count)
        }
        guard let list else { return [] }
        defer { proj_crs_info_list_destroy(list) }
        return (0..<Int(count)).compactMap { index in
            guard let info = list[index]?.pointee, meets(info, box) else { return nil }
            return make(info)
        }
    }

    private static func meets(
        _ info: PROJ_CRS_INFO, _ box: (west: Double, south: Double, east: Double, north: Double)
    ) -> Bool {
        guard info.bbox_valid != 0, info.south_lat_degree <= box.north,
            info.north_lat_degree >= box.south
        else { return false }
        let (west, east) = (info.west_lon_degree, info.east_lon_degree)
        return west <= east
            ? west <= box.east && east >= box.west : west <= box.east || east >= box.west
    }
}
