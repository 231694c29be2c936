import Geodesy

/// Judges reports in columns, many at once, and remembers what it found for equal ones.
///
/// Findings are those of `CompiledAgreement.judge(_:)`. A judge keeps working memory and is not to be
/// shared: each worker has its own, all may have the same agreement.
///
///     let judge = BatchJudge(try CompiledAgreement(agreement).indexed())
///     let found = judge.judge(columns, wanting: .nearestPlace)
///     for (number, distance) in zip(found.numbers, found.distances) {
///         print(judge.judgement(ofOutcome: number).finding, distance)
///     }
public final class BatchJudge {
    /// What is found only when it is asked for, because it takes time.
    public struct Wanted: OptionSet, Hashable, Sendable {
        /// The options as bits.
        public let rawValue: Int
        /// Options from bits.
        public init(rawValue: Int) { self.rawValue = rawValue }
        /// `Judgement.line`.
        public static let line = Wanted(rawValue: 1)
        /// `ReportOutcomes.distances`.
        public static let distance = Wanted(rawValue: 2)
        /// `Judgement.side`.
        public static let side = Wanted(rawValue: 4)
        /// `ReportOutcomes.placeDistances`.
        public static let placeDistances = Wanted(rawValue: 8)
        /// `ReportOutcomes.probabilities`.
        public static let probabilities = Wanted(rawValue: 16)
        /// `ReportOutcomes.margins`.
        public static let margins = Wanted(rawValue: 32)
        /// That `Judgement.gravestRule` is the one with the least margin.
        public static let deepestRule = Wanted(rawValue: 64)
        /// All that depends on the nearest place on a line.
        public static let nearestPlace: Wanted = [.line, .distance, .side]
    }

    private var compiled: CompiledAgreement
    private var locator: ReportLocator
    private var table: JudgementTable

    /// A judge by an agreement, with its index when it has one.
    public init(_ agreement: CompiledAgreement) {
        compiled = agreement
        locator = ReportLocator(agreement)
        table = JudgementTable(agreement)
    }

    /// Goes on with the same agreement compiled otherwise, such as with an index; numbers stay.
    public func adopt(_ agreement: CompiledAgreement) {
        compiled = agreement
        locator = ReportLocator(agreement)
        table.forgetKeys()
    }

    /// How many outcomes have been numbered.
    public var outcomeCount: Int { table.judgements.count }

    /// What an outcome's number stands for, without the distance.
    ///
    /// The line and side are there where one of them was asked for.
    ///
    /// - Precondition: `judge` gave the number since outcomes were last forgotten.
    public func judgement(ofOutcome number: Int32) -> Judgement { table.judgements[Int(number)] }

    /// What is counted of reports with an outcome.
    package func counting(ofOutcome number: Int32) -> OutcomeCounting {
        Int(number) < table.countings.count ? table.countings[Int(number)] : OutcomeCounting()
    }

    /// Begins the numbers anew, so that memory stays bounded where outcomes never end.
    public func forgetOutcomes() {
        table.forget()
        locator = ReportLocator(compiled)
    }

    /// Judges reports.
    ///
    /// - Parameters:
    ///   - columns: the reports.
    ///   - wanted: what is found beside zones and rules.
    /// - Returns: as many numbers as reports, and as many distances if these are wanted.
    /// - Boundary: as `CompiledAgreement.judge(_:)`; a position that is not on the globe, or an
    ///   uncertainty that is negative or not a number, leaves every zone undeterminable.
    public func judge(
        _ columns: ReportColumns, wanting wanted: Wanted = .nearestPlace
    ) -> ReportOutcomes {
        let asked = wanted
        // Rules may ask for the side that nobody wants to be told.
        let wanted = compiled.asksSide ? wanted.union(.side) : wanted
        let withPlaces = !wanted.isDisjoint(with: .nearestPlace)
        let isByTime = compiled.numbers.hasLineVersions
        var places = locator.locate(
            columns, withPlaces: withPlaces && !isByTime, withSides: wanted.contains(.side))
        if withPlaces, isByTime {
            places.found = (0..<columns.count).map {
                compiled.nearest(
                    to: columns.report($0), tellingCertainty: wanted.contains(.side))
            }
        }
        var found = ReportOutcomes()
        // What is read for every outcome is not to be copied for it.
        let (agreement, located, findings) = (compiled, locator, table.findings)
        found.numbers = table.numbers(
            of: columns, at: places,
            tellingPlace: !wanted.isDisjoint(with: [.line, .side])
        ) { report, likeness, place in
            let answer = located.answer(ofLabel: likeness.key.label)
            let judgement = agreement.judgement(
                of: report, answer: answer, place: place, by: (findings, likeness))
            return (
                judgement,
                agreement.counting(report, answer: answer, place: place, judgement)
            )
        }
        if asked.contains(.distance) {
            found.distances = places.found.map { $0?.distance ?? .metres(.nan) }
        }
        if asked.contains(.placeDistances) {
            found.placeDistances = columns.positions.flatMap {
                compiled.distancesFromPlaces(of: $0)
            }
        }
        if !asked.isDisjoint(with: [.margins, .deepestRule]) {
            addDeepestRules(of: columns, to: &found, withMargins: asked.contains(.margins))
        }
        if asked.contains(.probabilities) {
            found.probabilities = (0..<columns.count).map {
                compiled.probabilities(of: columns.report($0))
            }
        }
        return found
    }
    /// Finds of several rules with the gravest finding the one with the least margin, and margins where wanted.
    private func addDeepestRules(
        of columns: ReportColumns, to found: inout ReportOutcomes, withMargins: Bool
    ) {
        if withMargins {
            found.margins = Array(repeating: .metres(.nan), count: columns.count)
        }
        for k in found.numbers.indices {
            let number = found.numbers[k]
            guard withMargins || table.asksDepth[Int(number)] else { continue }
            let judgement = table.judgements[Int(number)]
            guard let deepest = compiled.deepestRule(of: columns.report(k), judged: judgement)
            else { continue }
            if deepest.rule != judgement.gravestRule {
                found.numbers[k] = table.number(number, withDeepest: deepest.rule)
            }
            if withMargins, let margin = deepest.margin { found.margins[k] = margin }
        }
    }
}
