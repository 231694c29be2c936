import Agreements
import Dispatch
import Synchronization
import ZoneIndexing
import Zones

/// Compiles an agreement's index on a thread of its own, once that pays.
///
/// Findings are the same with and without. Until it pays, reports are judged by the definitions; it pays
/// once these would have taken as long for all reports that are known or expected. Whether it does is
/// counted, not timed.
package final class AgreementIndexing: Sendable {
    /// The agreement without an index.
    package let agreement: CompiledAgreement
    private let detail: ZoneIndex.Detail
    private let expected: Int
    /// For how many reports one counts: a probability takes hundreds of discs.
    private let weight: Int
    private let paysFrom: Int

    private struct State {
        var judged = 0
        var isCompiling = false
        /// From so many reports on the next attempt is made.
        var nextAttempt: Int
        var compiled: CompiledAgreement?
        var failure: ZonePlanError?
    }
    private let state: Mutex<State>
    private let done = DispatchGroup()

    /// - Parameters:
    ///   - agreement: what is compiled with an index.
    ///   - fields: what is written of the findings.
    ///   - expected: how many reports there are at least.
    package init(
        _ agreement: CompiledAgreement, for fields: [OutputField], expecting expected: Int = 0
    ) {
        self.agreement = agreement
        detail =
            fields.allSatisfy { $0.wanted.isSubset(of: .deepestRule) } ? .coarseLabels : .coarse
        weight = fields.contains(.probability) ? 200 : 1
        self.expected = expected * weight
        paysFrom = agreement.reportsWorthIndexing
        state = Mutex(State(nextAttempt: paysFrom))
        if self.expected > paysFrom { begin(worth: self.expected) }
    }

    /// Why there is no index although it was tried to compile one; `nil` when there is one, or none was
    /// tried.
    package var failure: String? {
        state.withLock { $0.compiled == nil ? $0.failure?.description : nil }
    }

    /// Begins to compile, in at most the time that it takes to judge so many reports without.
    private func begin(worth reports: Int) {
        let isFirst = state.withLock { state in
            defer { state.isCompiling = true }
            return !state.isCompiling && state.compiled == nil
        }
        guard isFirst else { return }
        let detail = self.detail.limited(
            toWork: agreement.indexingWork(worthReports: reports))
        done.enter()
        BesideThread.run { [self] in
            defer { done.leave() }
            do throws(ZonePlanError) {
                let compiled = try agreement.indexed(detail)
                state.withLock { $0.compiled = compiled }
            } catch {
                state.withLock { state in
                    state.failure = error
                    // Other reasons do not go away with more reports.
                    state.nextAttempt = error.code == .tooCostly ? 4 * reports : .max
                    state.isCompiling = false
                }
            }
        }
    }

    /// The agreement with its index, which is waited for once it is being compiled; `nil` while it does
    /// not pay, and where it cannot be had.
    ///
    /// - Parameter count: how many reports will be judged next.
    func compiled(beforeJudging count: Int) -> CompiledAgreement? {
        let attempt: Int? = state.withLock { state in
            state.judged += count * weight
            let known = max(state.judged, expected)
            return known > state.nextAttempt ? known : nil
        }
        if let attempt { begin(worth: attempt) }
        done.wait()
        return state.withLock { $0.compiled }
    }
}
