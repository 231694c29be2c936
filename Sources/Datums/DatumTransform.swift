internal import CPROJ
import Geodesy
import Synchronization

/// Takes positions of a reference system to WGS 84, and says how far off they may be.
///
/// May be shared by threads: each call takes one of the engines that lie idle, or makes one more.
package final class DatumTransform: Sendable {
    /// The system that the numbers are in.
    package let system: ReferenceSystem
    /// The operation that was asked for; `nil` for the best at each position.
    package let pinned: String?
    /// The accuracy that stands for one that is not known; `nil` to refuse such operations.
    package let allowed: Distance?
    /// The engines that no thread uses, and the operations that gave positions.
    private let state: Mutex<State>

    private struct State {
        var idle: [DatumEngine]
        var used: Set<DatumUse> = []
    }

    /// A transform.
    ///
    /// - Parameters:
    ///   - system: the system that the numbers are in.
    ///   - pinned: the code or the name of an operation to be used, or `ballpark`; `nil` for the best of
    ///     known accuracy at each position.
    ///   - allowed: the accuracy taken for operations of unknown accuracy, and for a pinned one outside its
    ///     area; `nil` to refuse these.
    /// - Throws: `DatumError` when the system has no such operation, or it cannot be used anywhere.
    package init(
        from system: ReferenceSystem, operation pinned: String? = nil,
        allowing allowed: Distance? = nil
    ) throws(DatumError) {
        (self.system, self.pinned, self.allowed) = (system, pinned, allowed)
        let engine = try DatumEngine(system, pinned, allowed)
        state = Mutex(State(idle: [engine]))
    }

    /// The position on WGS 84, and how far from it the place may lie by the operation.
    ///
    /// - Parameters:
    ///   - x: the longitude or easting, in the system's unit.
    ///   - y: the latitude or northing.
    /// - Throws: `DatumError` when the numbers are no position, or no operation can be used there.
    package func transform(x: Double, y: Double) throws(DatumError) -> (
        position: Coordinate, accuracy: Distance
    ) {
        let engine = try takeEngine()
        defer { giveBack(engine) }
        let found = try compute(x, y, engine)
        return (found.position, found.accuracy)
    }

    /// The same with the operation that gave the position.
    package func place(x: Double, y: Double) throws(DatumError) -> (
        position: Coordinate, use: DatumUse?
    ) {
        let engine = try takeEngine()
        defer { giveBack(engine) }
        let found = try compute(x, y, engine)
        return (found.position, engine.lastUsed)
    }

    private func compute(
        _ x: Double, _ y: Double, _ engine: DatumEngine
    ) throws(DatumError) -> DatumEngine.Found {
        let changes = engine.changes
        let found = try engine.transform(x: x, y: y)
        if engine.changes != changes, let last = engine.lastUsed {
            state.withLock { _ = $0.used.insert(last) }
        }
        return found
    }

    private func takeEngine() throws(DatumError) -> DatumEngine {
        if let idle = state.withLock({ $0.idle.popLast() }) { return idle }
        return try DatumEngine(system, pinned, allowed)
    }

    private func giveBack(_ engine: DatumEngine) { state.withLock { $0.idle.append(engine) } }

    /// The operations by which positions were computed so far, in the order of their names.
    package var used: [DatumUse] {
        func key(_ use: DatumUse) -> (String, String, Double) {
            (use.operation.name, use.operation.code ?? "", use.accuracy.metres)
        }
        return state.withLock { Array($0.used) }.sorted { key($0) < key($1) }
    }

    /// The system and the operations used so far, one line each.
    package var summary: [String] {
        if system.isWGS84 { return ["\(system.title) is on WGS 84"] }
        let used = used
        if used.isEmpty { return ["\(system.title): no position was computed"] }
        return used.map { "\(system.title) by \($0.summary())" }
    }
}

extension DatumTransform: Hashable {
    /// Whether both are one.
    package static func == (a: DatumTransform, b: DatumTransform) -> Bool { a === b }
    /// Hashes what makes it one.
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
