internal import CGEOS
package import Geodesy

extension PlanarShape {
    /// Polygons that may touch along edges, as one collection.
    package init(
        collecting polygons: [[[Coordinate]]], _ context: GEOSContext
    ) throws(GEOSError) {
        // A multipolygon whose parts share edges is not valid, but serves as a collection.
        try self.init(polygons: polygons, context)
    }

    /// What polygons cover together that overlap nowhere and share the vertices of their common
    /// edges; no vertex moves, and none but those of common edges is lost.
    package func coverageUnion() throws(GEOSError) -> PlanarShape {
        context.clear()
        // NULL on exception.
        return try PlanarShape(
            context, GEOSCoverageUnion_r(context.handle, pointer), "coverage union")
    }

    /// A position inside the shape, away from its border where there is room.
    package func placeInside() throws(GEOSError) -> Coordinate {
        context.clear()
        // NULL on exception.
        let point = try PlanarShape(
            context, GEOSPointOnSurface_r(context.handle, pointer), "place inside")
        var x = 0.0
        var y = 0.0
        // 0 on exception, both; -1 on an empty point.
        guard GEOSGeomGetX_r(context.handle, point.pointer, &x) == 1,
            GEOSGeomGetY_r(context.handle, point.pointer, &y) == 1
        else { throw context.error("place inside") }
        return Coordinate(longitude: x, latitude: y)
    }
}
