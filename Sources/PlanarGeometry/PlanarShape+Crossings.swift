internal import CGEOS
package import Geodesy

extension PlanarShape {
    /// The places where chains cross or touch themselves or one another, other than at the ends of
    /// the chains.
    package static func crossings(
        of chains: [[Coordinate]], _ context: GEOSContext
    ) throws(GEOSError) -> [Coordinate] {
        let noded = try PlanarShape(chains: chains, context).unaryUnion()
        // -1 on exception.
        let count = GEOSGetNumGeometries_r(context.handle, noded.pointer)
        var ends: [Coordinate: Int] = [:]
        var order: [Coordinate] = []
        for k in 0..<max(0, count) {
            // NULL on exception.
            let part = GEOSGetGeometryN_r(context.handle, noded.pointer, k)
            guard let part, let sequence = GEOSGeom_getCoordSeq_r(context.handle, part) else {
                throw context.error("crossings")
            }
            var size: UInt32 = 0
            // 0 on exception.
            guard GEOSCoordSeq_getSize_r(context.handle, sequence, &size) == 1, size > 0 else {
                throw context.error("crossings")
            }
            for index in [0, size - 1] {
                var x = 0.0
                var y = 0.0
                // 0 on exception.
                _ = GEOSCoordSeq_getXY_r(context.handle, sequence, index, &x, &y)
                let place = Coordinate(longitude: x, latitude: y)
                if ends[place] == nil { order.append(place) }
                ends[place, default: 0] += 1
            }
        }
        return order.filter { ends[$0, default: 0] > 2 }
    }
}
