import Geodesy
import TestSupport

extension LineChords {
    /// Calls `body` with the pieces that can be nearest to some position of a disc.
    func withCandidates<Answer>(
        around centre: GlobePoint, radius: Double,
        _ body: (UnsafeBufferPointer<UInt32>) -> Answer
    ) -> Answer {
        let all = Array(0..<UInt32(count))
        var kept = [UInt32](repeating: 0, count: all.count)
        var room = [Double](repeating: 0, count: all.count + 3)
        return all.withUnsafeBufferPointer { all in
            kept.withUnsafeMutableBufferPointer { kept in
                room.withUnsafeMutableBufferPointer { room in
                    let narrowed = narrow(
                        all, around: centre, radius: radius,
                        into: kept.baseAddress.unsafelyUnwrapped,
                        scratch: room.baseAddress.unsafelyUnwrapped)
                    guard !narrowed.isSame else { return body(all) }
                    return body(
                        UnsafeBufferPointer(
                            rebasing: UnsafeBufferPointer(kept)[..<narrowed.count]))
                }
            }
        }
    }
}

extension Coordinate {
    /// The position so many metres away in any direction.
    func moved(_ metres: Double, _ random: inout SeededGenerator) -> Coordinate {
        moved(metres, towards: .random(in: -180...180, using: &random))
    }

    /// The position so many metres away in a direction, in degrees from north.
    func moved(_ metres: Double, towards azimuth: Double) -> Coordinate {
        Geodesic.direct(
            from: self, azimuth: Azimuth(degrees: azimuth), distance: .metres(metres)
        ).position
    }
}
