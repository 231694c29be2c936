import Geodesy
import ZoneIndexing

/// Judges many reports one after the other, and remembers what it found for equal ones.
///
/// Not to be shared: each worker has its own.
package final class AgreementWorker {
    /// All that a judgement depends on but its distance.
    private struct Key: Hashable {
        let label: UInt32
        let kind: Int32
        /// How many of the times at which rules begin or end are past; -1 for no time.
        let period: Int32
        /// The nearest line and the side of it; -1 for none.
        let place: Int32
        /// Whether that side is certain.
        let isSideCertain: Bool
    }

    private let compiled: CompiledAgreement
    private let index: ZoneIndex
    private var lookup: Lookup
    /// The times at which rules begin or end.
    private let turns: [Instant]
    private var numbers: [Key: Int] = [:]
    private var recent = [(key: Key, number: Int)?](repeating: nil, count: 256)
    /// The judgements found, without their distances, by their numbers.
    package private(set) var judgements: [Judgement] = []

    /// `nil` for an agreement without an index.
    package init?(_ compiled: CompiledAgreement) {
        guard let index = compiled.index else { return nil }
        self.compiled = compiled
        self.index = index
        lookup = Lookup(index)
        turns = Set(compiled.rules.flatMap { [$0.from, $0.until].compactMap { $0 } }).sorted()
    }

    /// Begins the numbers anew.
    package func forget() {
        judgements = []
        numbers = [:]
        recent = Array(repeating: nil, count: recent.count)
        lookup = Lookup(index)
    }

    /// Forgets which judgements belong to which kinds; the numbers given stay.
    package func forgetKinds() {
        numbers = [:]
        recent = Array(repeating: nil, count: recent.count)
    }

    /// Judges reports and hands on, in their order, the number of each one's judgement and its
    /// distance to the nearest line, if there is one.
    ///
    /// As many bounds in metres, times and kinds as positions. A kind stands for the category, party
    /// and attributes, which `report` is asked for when they are met for the first time.
    package func judge(
        _ positions: UnsafeBufferPointer<Coordinate>, within bounds: UnsafeBufferPointer<Double>,
        times: UnsafeBufferPointer<Instant?>, kinds: UnsafeBufferPointer<Int>,
        report: (Int) -> Report, _ body: (_ number: Int, _ distance: Distance?) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: positions.count) { labels in
            withUnsafeTemporaryAllocation(of: LinePlace?.self, capacity: positions.count) {
                places in
                lookup.look(at: positions, within: bounds, labels: labels, places: places)
                for i in positions.indices {
                    let (place, time) = (places[i], times[i])
                    let key = Key(
                        label: labels[i], kind: Int32(kinds[i]),
                        period: time.map { time in Int32(turns.count { $0 <= time }) } ?? -1,
                        place: place.map { $0.line * 4 + $0.side.number } ?? -1,
                        isSideCertain: place.map {
                            compiled.isSideCertain(
                                of: positions[i], bounds[i], line: Int($0.line), $0.side,
                                $0.distance)
                        } ?? true)
                    body(number(of: key, place) { report(i) }, place?.distance)
                }
            }
        }
    }

    private func number(of key: Key, _ place: LinePlace?, report: () -> Report) -> Int {
        let slot = Int((key.label &* 5 &+ UInt32(bitPattern: key.kind &* 17 &+ key.place)) & 255)
        if let known = recent[slot], known.key == key { return known.number }
        let number = numbers[key] ?? judgements.count
        if number == judgements.count {
            var judgement = compiled.judgement(
                of: report(),
                memberships: compiled.memberships(by: lookup.verdict(ofLabel: key.label)),
                place: place.map {
                    NearestLine(
                        line: Int($0.line), distance: $0.distance, side: $0.side,
                        isSideCertain: key.isSideCertain)
                })
            judgement.distance = nil
            judgements.append(judgement)
            numbers[key] = number
        }
        recent[slot] = (key, number)
        return number
    }
}

extension LineSide {
    fileprivate var number: Int32 {
        switch self {
        case .left: 0
        case .right: 1
        case .on: 2
        case .none: 3
        }
    }
}
