import Agreements
import Synchronization

/// How many reports are judged otherwise than before, counted by all workers.
package final class ChangeCounts: Sendable {
    private let counts = Mutex(Counts())

    /// Whose a report is.
    package enum Reported: Hashable, Comparable, Sendable {
        /// A party's of one of the agreements, by its folded identifier.
        case party(String)
        /// That of a party which none of the agreements has.
        case others
        /// It names no party.
        case nobody

        /// For a person.
        package var inWords: String {
            switch self {
            case .party(let id): id
            case .others: "other parties"
            case .nobody: "not given"
            }
        }
    }

    /// The counts.
    package struct Counts: Sendable {
        /// Reports that both agreements judged.
        package private(set) var judged = 0
        /// Those of which they say different things.
        package private(set) var changed = 0
        /// By zone, how a report lies to it now and how it did.
        package private(set) var zones: [Key: Int] = [:]
        /// By rule, what it finds now and what it found.
        package private(set) var rules: [Key: Int] = [:]
        /// By whose they are.
        package private(set) var parties: [Reported: Int] = [:]

        /// Of what, and from what to what.
        package struct Key: Hashable, Sendable {
            /// The zone or rule.
            package let id: String
            /// What was said.
            package let before: String
            /// What is said now.
            package let now: String
        }

        mutating func take(_ change: JudgementChange?, party: Reported) {
            judged += 1
            guard let change else { return }
            changed += 1
            parties[party, default: 0] += 1
            for zone in change.zones {
                zones[Key(id: zone.id, before: zone.before, now: zone.now), default: 0] += 1
            }
            for rule in change.rules {
                let key = Key(
                    id: rule.id, before: rule.before.rawValue, now: rule.now.rawValue)
                rules[key, default: 0] += 1
            }
        }

        mutating func add(_ other: Counts) {
            judged += other.judged
            changed += other.changed
            zones.merge(other.zones, uniquingKeysWith: +)
            rules.merge(other.rules, uniquingKeysWith: +)
            parties.merge(other.parties, uniquingKeysWith: +)
        }
    }

    func add(_ other: Counts) { counts.withLock { $0.add(other) } }

    /// What was counted so far.
    package var all: Counts { counts.withLock { $0 } }
}
