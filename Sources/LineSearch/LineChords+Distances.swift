internal import CKernels
import Geodesy

extension LineChords {
    /// The squares of the distances from a point to the chords of pieces, in square metres, and the
    /// least of them; infinity when there are none.
    ///
    /// `found` has room for as many as there are pieces, rounded up to fours.
    @inline(__always)
    package func squaredDistances(
        from p: GlobePoint, to pieces: UnsafeBufferPointer<UInt32>,
        into found: UnsafeMutablePointer<Double>
    ) -> Double {
        dmz_squared_distances(
            self.pieces.chords.baseAddress, pieces.baseAddress, pieces.count,
            dmz_point(x: p.x, y: p.y, z: p.z),
            found)
    }
}
