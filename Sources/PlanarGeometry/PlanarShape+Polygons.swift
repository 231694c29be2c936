internal import CGEOS
package import Geodesy

extension PlanarShape {
    /// The polygons of an area, outer rings against the clock and holes with it, all closed; lines
    /// and points in a collection are left out.
    package func polygons() throws(GEOSError) -> [[[Coordinate]]] {
        context.clear()
        var result: [[[Coordinate]]] = []
        try collect(pointer, &result)
        return result
    }

    private func collect(
        _ geometry: OpaquePointer?, _ result: inout [[[Coordinate]]]
    ) throws(GEOSError) {
        // -1 on exception.
        let type = GEOSGeomTypeId_r(context.handle, geometry)
        if type == Int32(GEOS_POLYGON.rawValue) {
            // 2 on exception.
            if GEOSisEmpty_r(context.handle, geometry) != 0 { return }
            var rings = [try ring(GEOSGetExteriorRing_r(context.handle, geometry), hole: false)]
            // -1 on exception.
            let count = GEOSGetNumInteriorRings_r(context.handle, geometry)
            for k in 0..<max(0, count) {
                rings.append(
                    try ring(GEOSGetInteriorRingN_r(context.handle, geometry, k), hole: true))
            }
            result.append(rings)
        } else if type == Int32(GEOS_MULTIPOLYGON.rawValue)
            || type == Int32(GEOS_GEOMETRYCOLLECTION.rawValue)
        {
            // -1 on exception.
            let count = GEOSGetNumGeometries_r(context.handle, geometry)
            for k in 0..<max(0, count) {
                try collect(GEOSGetGeometryN_r(context.handle, geometry, k), &result)
            }
        }
    }

    private func ring(_ ring: OpaquePointer?, hole: Bool) throws(GEOSError) -> [Coordinate] {
        // NULL on exception, both.
        guard let ring, let sequence = GEOSGeom_getCoordSeq_r(context.handle, ring) else {
            throw context.error("ring")
        }
        var count: UInt32 = 0
        // 0 on exception.
        guard GEOSCoordSeq_getSize_r(context.handle, sequence, &count) == 1 else {
            throw context.error("ring")
        }
        var numbers = [Double](repeating: 0, count: 2 * Int(count))
        // 0 on exception.
        guard GEOSCoordSeq_copyToBuffer_r(context.handle, sequence, &numbers, 0, 0) == 1 else {
            throw context.error("ring")
        }
        var isAgainstClock: CChar = 0
        // 0 on exception.
        _ = GEOSCoordSeq_isCCW_r(context.handle, sequence, &isAgainstClock)
        let vertices = (0..<Int(count)).map {
            Coordinate(longitude: numbers[2 * $0], latitude: numbers[2 * $0 + 1])
        }
        return (isAgainstClock == 1) == hole ? vertices.reversed() : vertices
    }
}
