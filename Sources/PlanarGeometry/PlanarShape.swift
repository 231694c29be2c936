internal import CGEOS
package import Geodesy

/// A geometry of the plane of longitude and latitude, held by the geometry library.
///
/// - Units: degrees, longitude as x. Nothing here knows of the antimeridian: shapes lie within
///   [-180, 180].
package struct PlanarShape: ~Copyable {
    let context: GEOSContext
    let pointer: OpaquePointer

    /// Takes over a geometry that a call returned; `nil` is that call's failure.
    init(_ context: GEOSContext, _ pointer: OpaquePointer?, _ operation: String) throws(GEOSError) {
        guard let pointer else { throw context.error(operation) }
        self.context = context
        self.pointer = pointer
    }

    deinit { GEOSGeom_destroy_r(context.handle, pointer) }

    /// An area from polygons, each an outer ring followed by its holes, all closed.
    package init(polygons: [[[Coordinate]]], _ context: GEOSContext) throws(GEOSError) {
        context.clear()
        var parts: [OpaquePointer?] = []
        for rings in polygons {
            var pointers: [OpaquePointer?] = []
            for ring in rings {
                let sequence = try PlanarShape.sequence(ring, context)
                // NULL on exception; the ring owns the sequence.
                pointers.append(GEOSGeom_createLinearRing_r(context.handle, sequence))
            }
            guard let outer = pointers.first, !pointers.contains(nil) else {
                throw context.error("ring")
            }
            var holes = Array(pointers.dropFirst())
            // NULL on exception; the polygon owns its rings.
            parts.append(
                GEOSGeom_createPolygon_r(context.handle, outer, &holes, UInt32(holes.count)))
        }
        guard !parts.contains(nil) else { throw context.error("polygon") }
        if parts.count == 1 {
            try self.init(context, parts[0], "polygon")
        } else {
            // NULL on exception; the collection owns its parts.
            let collection = GEOSGeom_createCollection_r(
                context.handle, Int32(GEOS_MULTIPOLYGON.rawValue), &parts, UInt32(parts.count))
            try self.init(context, collection, "polygons")
        }
    }

    /// Chains of vertices.
    package init(chains: [[Coordinate]], _ context: GEOSContext) throws(GEOSError) {
        context.clear()
        var parts: [OpaquePointer?] = []
        for chain in chains {
            let sequence = try PlanarShape.sequence(chain, context)
            // NULL on exception; the line owns the sequence.
            parts.append(GEOSGeom_createLineString_r(context.handle, sequence))
        }
        guard !parts.contains(nil) else { throw context.error("line") }
        // NULL on exception; the collection owns its parts.
        let collection = GEOSGeom_createCollection_r(
            context.handle, Int32(GEOS_MULTILINESTRING.rawValue), &parts, UInt32(parts.count))
        try self.init(context, collection, "lines")
    }

    private static func sequence(
        _ vertices: [Coordinate], _ context: GEOSContext
    ) throws(GEOSError) -> OpaquePointer {
        var numbers: [Double] = []
        numbers.reserveCapacity(2 * vertices.count)
        for vertex in vertices {
            numbers.append(vertex.longitude)
            numbers.append(vertex.latitude)
        }
        // NULL on exception.
        let sequence = GEOSCoordSeq_copyFromBuffer_r(
            context.handle, numbers, UInt32(vertices.count), 0, 0)
        guard let sequence else { throw context.error("vertices") }
        return sequence
    }
}
