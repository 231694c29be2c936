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
}
