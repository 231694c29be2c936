import Geodesy
import Zones
import LineSearch

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
