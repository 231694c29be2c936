internal import CGEOS
package import Geodesy

/// A shape made ready for many questions.
package struct PreparedShape: ~Copyable {
    private let context: GEOSContext
    private let pointer: OpaquePointer

    /// Borrows the shape: it must live longer.
    init(_ shape: borrowing PlanarShape) throws(GEOSError) {
        context = shape.context
        context.clear()
        // NULL on exception.
        guard let pointer = GEOSPrepare_r(context.handle, shape.pointer) else {
            throw context.error("prepare")
        }
        self.pointer = pointer
    }

    deinit { GEOSPreparedGeom_destroy_r(context.handle, pointer) }

    /// Whether a position is inside or on the border.
    package func covers(_ position: Coordinate) throws(GEOSError) -> Bool {
        context.clear()
        // NULL on exception.
        let point = GEOSGeom_createPointFromXY_r(
            context.handle, position.longitude, position.latitude)
        guard let point else { throw context.error("point") }
        defer { GEOSGeom_destroy_r(context.handle, point) }
        // 2 on exception.
        let answer = GEOSPreparedIntersects_r(context.handle, pointer, point)
        guard answer != 2 else { throw context.error("covers") }
        return answer == 1
    }
}

extension PlanarShape {
    /// The shape made ready for many questions; it must outlive the result.
    package borrowing func prepared() throws(GEOSError) -> PreparedShape {
        try PreparedShape(self)
    }
}
