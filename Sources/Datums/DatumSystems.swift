import Geodesy
import Synchronization

/// The transforms of records that name their own reference systems: one for each name, made when it is
/// first asked for.
///
/// May be shared by threads.
package final class DatumSystems: Sendable {
    /// The accuracy that stands for one that is not known; `nil` to refuse such operations.
    package let allowed: Distance?
    private let known = Mutex<[String: Result<DatumTransform, DatumError>]>([:])

    /// So many names are remembered, good or bad; a file of more has no codes in that column.
    private static let most = 1000

    package init(allowing allowed: Distance? = nil) { self.allowed = allowed }

    /// The transform from a system by its code, PROJ string or WKT; a number alone is a code of EPSG.
    ///
    /// - Throws: `DatumError` when the name is that of no system, or nothing leads from it to WGS 84.
    package func transform(named name: String) throws(DatumError) -> DatumTransform {
        if let found = known.withLock({ $0[name] }) { return try found.get() }
        let made: Result<DatumTransform, DatumError>
        let isNumber = !name.isEmpty && name.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        do throws(DatumError) {
            made = .success(
                try DatumTransform(
                    from: ReferenceSystem(isNumber ? "EPSG:" + name : name), allowing: allowed))
        } catch {
            made = .failure(error)
        }
        // Of two threads that ask at once both take the transform of the first.
        let found = known.withLock { known in
            if let first = known[name] { return first }
            if known.count < Self.most { known[name] = made }
            return made
        }
        return try found.get()
    }

    /// The transforms that records asked for, each once, in the order of their systems' names.
    package var used: [DatumTransform] {
        let all = known.withLock { $0.values.compactMap { try? $0.get() } }
        // Several names may be of one system: 28407 and EPSG:28407.
        return all.sorted {
            ($0.system.title, $0.summary.count) < ($1.system.title, $1.summary.count)
        }
    }

    /// The systems and the operations used so far, one line each; empty where no record named a system.
    package var summary: [String] {
        var seen: Set<String> = []
        return used.flatMap(\.summary).filter { seen.insert($0).inserted }
    }
}

extension DatumSystems: Hashable {
    /// Whether both are one.
    package static func == (a: DatumSystems, b: DatumSystems) -> Bool { a === b }
    /// Hashes what makes it one.
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
