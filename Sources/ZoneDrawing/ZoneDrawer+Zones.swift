import Agreements
import Geodesy

extension ZoneDrawer {
    /// Several zones, drawn on all processors; the results are in the order of the zones.
    public func draw(
        _ zones: [Zone], withHalves: Bool = false
    ) -> [Result<[ZoneDrawing], DrawingError>] {
        inParallel(over: zones.count, in: zones.count) { range in
            range.map { number in
                do throws(DrawingError) {
                    return .success(
                        withHalves
                            ? try self.withHalves(zones[number]) : [try whole(zones[number])])
                } catch {
                    return .failure(error)
                }
            }
        }.flatMap { $0 }
    }
}
