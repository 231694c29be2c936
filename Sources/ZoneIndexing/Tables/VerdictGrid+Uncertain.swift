import Geodesy

extension VerdictGrid {
    /// The label of a position that may be off by up to `metres`, where its cell tells it.
    func label(of position: Coordinate, within metres: Double) -> UInt32? {
        var label: UInt32 = 0
        let isOpen = withUnsafePointer(to: position) { position in
            withUnsafePointer(to: metres) { metres in
                withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2) { pending in
                    guard let room = pending.baseAddress else { return true }
                    let one = UnsafeBufferPointer(start: position, count: 1)
                    return self.label(one, within: metres, into: &label, pending: room) > 0
                }
            }
        }
        return isOpen ? nil : label
    }
}
