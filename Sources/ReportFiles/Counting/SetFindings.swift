import Agreements

/// What was found of sets of reports: caps, sites and obligations.
package struct SetFindings: Sendable {
    /// The moment as of which it is told; `nil` where no report has a time and none was named.
    package var asOf: Instant?
    /// What was found of caps, in the agreement's order.
    package var caps: [Cap] = []
    /// What was found of sites, in the agreement's order.
    package var sites: [Site] = []
    /// What was found of obligations and their zones, in the agreement's order.
    package var obligations: [Duty] = []
    /// Reports by what missions tell of them, in the order of `StorageClass`; empty without sites.
    package var storage: [Int] = []
    /// The clock on which windows and periods are shown.
    package var clock: LocalClock?
    /// The zero, on whose clock they are shown where none is named.
    package var zero: ZeroDay?

    /// What was found of a cap.
    package struct Cap: Sendable {
        package let rule: String
        package let category: String
        package let cap: Int
        /// How many windows with reports there are in each state.
        package var breaches = 0
        package var compliant = 0
        package var undeterminable = 0
        /// The windows, in the order of time, up to `SetFindings.mostWindows` of them.
        package var windows: [Window] = []
        /// The gravest, of which the one with the most.
        package var worst: Window?

        /// Whether a window has more than the cap.
        package var isBreached: Bool { breaches > 0 }
    }

    /// So many windows of a cap, or periods of an obligation, are listed.
    package static let mostWindows = 1000

    /// A window in which something was counted.
    package struct Window: Sendable {
        /// The first moment, and the first that is not in it any more; `nil` where it has none.
        package var from: Instant?
        package var until: Instant?
        /// The least and the greatest number there may have been; `high` is `nil` where it has no bound.
        package var low: Int
        package var high: Int?
        package var finding: Finding
    }

    /// What was found of a site.
    package struct Site: Sendable {
        package let site: String
        package var isVisited: Answer
        /// The last moment of the visit that tells it, where its time is known.
        package var visited: Instant?
        package var items: [Item] = []
    }

    /// A number that is known to lie in a range; `high` is `nil` where it has no bound.
    package struct Range: Hashable, Sendable {
        package var low: Int
        package var high: Int?

        package init(low: Int, high: Int?) { (self.low, self.high) = (low, high) }
    }

    /// What was found in a site of an item of its inventory.
    package struct Item: Sendable {
        package let category: String
        package let inventory: Int
        package var present = Range(low: 0, high: 0)
        package var missing = Range(low: 0, high: 0)
        package var extra = Range(low: 0, high: 0)
        /// The listed serials that no report may be of.
        package var notSeen: [String] = []
        package var state: ItemState
    }

    /// In a word, what was found of an item.
    package enum ItemState: String, Sendable {
        case notVisited = "not_visited"
        case missing
        case extra
        case present
        case notVerified = "not_verified"
    }

    /// What was found of an obligation in a zone.
    package struct Duty: Sendable {
        package let obligation: String
        package let act: String
        package let zone: String?
        package var counts = [Int](repeating: 0, count: DutyState.allCases.count)
        /// The last periods or events, in the order of time.
        package var last: [Period] = []

        /// The state that stands for all.
        package var state: DutyState {
            [.overdue, .notVerified, .due, .met].first { counts[$0.order] > 0 } ?? .met
        }

        mutating func add(_ state: DutyState, times: Int = 1) {
            counts[state.order] = counts[state.order].saturatingSum(times)
        }
    }

    /// A period in which an act is owed, or an event that it is owed for.
    package struct Period: Sendable {
        package var from: Instant?
        /// When it is due.
        package var due: Instant?
        package var state: DutyState
    }

    /// So many periods or events are listed.
    static let mostPeriods = 5
}

/// Whether something was done in time.
package enum DutyState: String, CaseIterable, Sendable {
    case met
    case due
    case overdue
    case notVerified = "not_verified"

    /// The place among all cases.
    package var order: Int {
        switch self {
        case .met: 0
        case .due: 1
        case .overdue: 2
        case .notVerified: 3
        }
    }
}

extension Int {
    fileprivate func saturatingSum(_ other: Int) -> Int {
        let (sum, isOver) = addingReportingOverflow(other)
        return isOver ? .max : sum
    }
}
