import Demarcation
import Dispatch
import Synchronization
import ZoneIndexing
import Zones

/// Compiles an agreement's index on a thread of its own, once that pays.
///
/// Findings are the same with and without. What is not yet indexed is judged by the definitions.
package final class AgreementIndexing: Sendable {
    /// The agreement without an index.
    package let agreement: CompiledAgreement
    private let paysFrom: Int
    private let detail: ZoneIndex.Detail

    private struct State {
        var judged = 0
        var hasBegun = false
        var compiled: CompiledAgreement?
        var failure: ZonePlanError?
    }
    private let state = Mutex(State())
    private let done = DispatchGroup()

    /// - Parameters:
    ///   - agreement: what is compiled with an index.
    ///   - detail: how finely.
    ///   - paysFrom: how many reports are judged sooner than the index is compiled.
    package init(
        _ agreement: CompiledAgreement, detail: ZoneIndex.Detail = .coarse, paysFrom: Int
    ) {
        self.agreement = agreement
        self.detail = detail
        self.paysFrom = paysFrom
    }

    /// Why there is no index although it would have paid; `nil` when there is one, or none was tried.
    package var failure: String? { state.withLock { $0.failure?.description } }

    /// Begins to compile, where that has not begun.
    package func begin() {
        let isFirst = state.withLock { state in
            defer { state.hasBegun = true }
            return !state.hasBegun
        }
        guard isFirst else { return }
        DispatchQueue.global().async(group: done) { [self] in
            do throws(ZonePlanError) {
                let compiled = try agreement.indexed(detail)
                state.withLock { $0.compiled = compiled }
            } catch {
                state.withLock { $0.failure = error }
            }
        }
    }

    /// The agreement with its index, which is waited for once it is being compiled; `nil` while it does
    /// not pay, and where it cannot be had.
    ///
    /// - Parameter count: how many reports will be judged next.
    func compiled(beforeJudging count: Int) -> CompiledAgreement? {
        let pays = state.withLock { state in
            state.judged += count
            return state.hasBegun || state.judged > paysFrom
        }
        guard pays else { return nil }
        begin()
        done.wait()
        return state.withLock { $0.compiled }
    }
}
