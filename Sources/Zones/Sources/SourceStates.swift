import Geodesy

/// The ways in which a report may lie to one source, as far as the conditions on it tell them apart.
///
/// "Possible states": a report that is a region instead of a point, a line that may lie anywhere within
/// its accuracy, a side that nobody knows are all the same: more than one state. What holds in all of
/// them is certain, what holds in none is excluded.
package struct SourceStates: Sendable {
    /// For each state, which of the source's conditions hold, in their order.
    package private(set) var truths: [[Bool]]

    /// The states of measures that lie between two, in metres, on sides and at ends that are possible.
    ///
    /// With `sides` both and not `areSidesUndefined`, the place is on one or the other or between.
    package init(
        _ conditions: [Condition], _ thresholds: Thresholds, from least: Double, to most: Double,
        sides: LineSides = .both, areSidesUndefined: Bool = true, extents: LineExtents = .alongside
    ) {
        truths = []
        let low = thresholds.count(below: least)
        let high = max(low, thresholds.count(below: most))
        var ways: [LineSides] = [sides]
        if sides == .both, !areSidesUndefined { ways = [.left, .right, .both] }
        let ends = [false, true].filter { extents.contains($0 ? .beyondEnd : .alongside) }
        for k in low...high {
            for side in ways {
                for isBeyondEnd in ends {
                    add(
                        conditions,
                        SourceState(
                            distance: low == high ? most : thresholds.distance(between: k),
                            sides: side, isBeyondEnd: isBeyondEnd))
                }
            }
        }
    }

    private mutating func add(_ conditions: [Condition], _ state: SourceState) {
        let truth = conditions.map { $0.holds(in: state) }
        if !truths.contains(truth) { truths.append(truth) }
    }

    /// Beyond every condition.
    package init(noneOf conditions: [Condition]) {
        truths = [Array(repeating: false, count: conditions.count)]
    }

    /// Every combination that conditions of one source may have is possible: nothing is known.
    package var isCertain: Bool { truths.count == 1 }

    /// What is certain of one condition, by its place among the source's.
    package func answer(_ condition: Int) -> Answer {
        var (some, all) = (false, true)
        for truth in truths {
            some = some || truth[condition]
            all = all && truth[condition]
        }
        return Answer(some: some, all: all)
    }
}
