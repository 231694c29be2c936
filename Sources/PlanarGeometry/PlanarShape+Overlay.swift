internal import CGEOS

extension PlanarShape {
    /// What both cover.
    package func intersection(_ other: borrowing PlanarShape) throws(GEOSError) -> PlanarShape {
        context.clear()
        // NULL on exception.
        return try PlanarShape(
            context, GEOSIntersection_r(context.handle, pointer, other.pointer), "intersection")
    }

    /// What this covers and the other does not.
    package func difference(_ other: borrowing PlanarShape) throws(GEOSError) -> PlanarShape {
        context.clear()
        // NULL on exception.
        return try PlanarShape(
            context, GEOSDifference_r(context.handle, pointer, other.pointer), "difference")
    }

    /// What any part covers; of lines, all of them cut where they meet.
    package func unaryUnion() throws(GEOSError) -> PlanarShape {
        context.clear()
        // NULL on exception.
        return try PlanarShape(context, GEOSUnaryUnion_r(context.handle, pointer), "union")
    }

    /// The faces that lines, cut where they meet, bound.
    package func polygonized() throws(GEOSError) -> PlanarShape {
        context.clear()
        var geometries: [OpaquePointer?] = [pointer]
        // NULL on exception.
        return try PlanarShape(
            context, GEOSPolygonize_r(context.handle, &geometries, 1), "faces")
    }

    /// The buffer that the library draws in the plane, `quadrantSegments` edges to a quarter turn.
    package func planarBuffer(
        by width: Double, quadrantSegments: Int
    ) throws(GEOSError) -> PlanarShape {
        context.clear()
        // NULL on exception.
        return try PlanarShape(
            context, GEOSBuffer_r(context.handle, pointer, width, Int32(quadrantSegments)),
            "buffer")
    }
}
