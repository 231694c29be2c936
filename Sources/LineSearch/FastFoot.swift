internal import CKernels
import Geodesy

/// The nearest place on a line as the fast distance finds it.
package struct FastFoot {
    /// The geodesic distance in metres.
    package let distance: Double
    /// How far the distance may be off, in metres; infinite where only the exact way can tell.
    package let error: Double
    /// Whether the position is to the left; `nil` where only the exact way can tell.
    package let isLeft: Bool?
    /// Whether the position is beyond the perpendicular at an open end; `nil` as above.
    package let isBeyondEnd: Bool?
    /// Where on the line; a vertex between two segments is the end of one.
    package let part: Int32
    package let segment: Int32

    /// `nil` where there were no candidates.
    @inline(__always)
    init?(_ foot: dmz_foot) {
        guard foot.is_known else { return nil }
        distance = foot.distance
        error = foot.error
        isLeft = foot.is_left == DMZ_UNTOLD ? nil : foot.is_left > 0
        isBeyondEnd = foot.is_beyond_end == DMZ_UNTOLD ? nil : foot.is_beyond_end > 0
        part = foot.part
        segment = foot.segment
    }
}
