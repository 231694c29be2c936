internal import CGEOS

extension PlanarShape {
    /// Why the shape is not valid by the rules of OGC Simple Features, with the place; `nil` for a
    /// valid one.
    package func invalidity() throws(GEOSError) -> String? {
        context.clear()
        // 2 on exception, 1 valid, 0 not.
        switch GEOSisValid_r(context.handle, pointer) {
        case 1: return nil
        case 0:
            // NULL on exception.
            guard let text = GEOSisValidReason_r(context.handle, pointer) else {
                throw context.error("validity")
            }
            defer { GEOSFree_r(context.handle, text) }
            return String(cString: text)
        default: throw context.error("validity")
        }
    }

    /// A valid shape that covers nearly the same, by the "structure" method: overlapping parts are
    /// united, holes taken away.
    package func madeValid() throws(GEOSError) -> PlanarShape {
        context.clear()
        let parameters = GEOSMakeValidParams_create_r(context.handle)
        defer { GEOSMakeValidParams_destroy_r(context.handle, parameters) }
        _ = GEOSMakeValidParams_setMethod_r(context.handle, parameters, GEOS_MAKE_VALID_STRUCTURE)
        // NULL on exception.
        return try PlanarShape(
            context, GEOSMakeValidWithParams_r(context.handle, pointer, parameters), "make valid")
    }
}
