public import Geodesy
public import Zones

/// What a `BatchJudge` found of reports, in their order.
public struct ReportOutcomes: Sendable {
    /// For each report the number by which the judge knows everything but the distance.
    public var numbers: [Int32]
    /// The distances to the nearest place on the nearest line; empty unless they were asked for.
    ///
    /// - Units: as `Judgement.distance`; NaN where there is no line or no usable position.
    /// - Accuracy: exact where less could change the third decimal of the metres, else as of
    ///   `ZoneIndex.nearest(to:)`.
    public var distances: [Distance]
    /// The same by an older agreement; empty unless reports are judged by one too.
    package var earlierDistances: [Distance] = []
    /// For each report in turn the distances of `CompiledAgreement.distancesFromPlaces(of:)`; empty unless
    /// they were asked for.
    public var placeDistances: [Distance] = []
    /// For each report how far it lies from the limit that decides `Judgement.gravestRule`,
    /// positive on the safe side; NaN where none decides; empty unless they were asked for.
    public var margins: [Distance] = []
    /// For each report how likely it is in each zone, as `CompiledAgreement.probabilities(of:)` has it; empty
    /// unless they were asked for.
    public var probabilities: [[ProbabilityRange]?] = []

    /// What was found.
    public init(numbers: [Int32] = [], distances: [Distance] = []) {
        self.numbers = numbers
        self.distances = distances
    }
}
