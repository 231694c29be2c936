internal import CKernels
import Geodesy

extension VerdictGrid {
    /// The label of a position that may be off by up to `metres`, where its cell tells it.
    func label(of position: Coordinate, within metres: Double) -> UInt32? {
        var (position, metres, label) = (position, metres, UInt32(0))
        return find(&position, &metres, &label) ? label & ~DMZ_ASTRIDE : nil
    }

    private func find(
        _ position: UnsafePointer<Coordinate>, _ metres: UnsafePointer<Double>,
        _ label: UnsafeMutablePointer<UInt32>
    ) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2) { pending in
            guard let room = pending.baseAddress else { return false }
            let one = UnsafeBufferPointer(start: position, count: 1)
            return self.label(one, within: metres, into: label, pending: room) == 0
        }
    }
}
