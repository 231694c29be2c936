import Dispatch
import Synchronization

/// Runs work over ranges that together are `0..<count`, on all processors; the results are in the
/// order of the ranges, which do not depend on the machine.
package func inParallel<Result: Sendable>(
    over count: Int, in pieces: Int = 16, _ work: @Sendable (Range<Int>) -> Result
) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: pieces))
    DispatchQueue.concurrentPerform(iterations: pieces) { piece in
        let result = work((count * piece / pieces)..<(count * (piece + 1) / pieces))
        results.withLock { $0[piece] = result }
    }
    return results.withLock { $0 }.compactMap { $0 }
}
