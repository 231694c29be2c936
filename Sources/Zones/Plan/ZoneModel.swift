import Geodesy

/// A plan made ready to say who belongs to which zone: its sources, each prepared once, the conditions
/// on them, and how zones are put together from these.
///
/// The index is compiled from it, drawings are audited against it, and `explain` prints its trace.
package final class ZoneModel: Sendable {
    /// What zones are measured from; the plan's lines come first, by their numbers.
    package let sources: [Source]
    /// The conditions.
    package let conditions: [Condition]
    /// The source of each condition.
    package let sourceOfCondition: [Int]
    /// The conditions on each source.
    package let conditionsOfSource: [[Int]]
    /// The thresholds of each source's conditions.
    package let thresholds: [Thresholds]
    /// How many lines the plan has.
    package let lineCount: Int
    /// How each zone is put together.
    let zones: [Formula]
    /// The sources that each zone is measured from, by way of other zones as well.
    package let sourcesOfZone: [[Int]]
    /// The zones that are measured from each source, by way of other zones as well, in their order.
    package let zonesOfSource: [[Int]]
    /// Where each condition stands among its source's.
    let placeOfCondition: [Int]
    /// Per source the farthest distance in metres at which one of its conditions may hold.
    package let reach: [Double]

    package var zoneCount: Int { zones.count }

    /// A plan made ready.
    ///
    /// - Throws: `ZonePlanError` when a zone names a line or zone that is not there, a distance or
    ///   accuracy is no length, rings leave open what they enclose, or a centre is not on the globe.
    package init(_ plan: ZonePlan) throws(ZonePlanError) {
        var compiler = try ZoneCompiler(plan.lines, allowsEndless: plan.allowsEndless)
        for (number, region) in plan.zones.enumerated() {
            try compiler.add(region, number: number)
        }
        lineCount = plan.lines.count
        sources = compiler.sources
        conditions = compiler.conditions
        sourceOfCondition = compiler.sourceOfCondition
        zones = compiler.zones
        var conditionsOfSource = [[Int]](repeating: [], count: sources.count)
        var places: [Int] = []
        for (number, source) in sourceOfCondition.enumerated() {
            places.append(conditionsOfSource[source].count)
            conditionsOfSource[source].append(number)
        }
        placeOfCondition = places
        self.conditionsOfSource = conditionsOfSource
        let conditions = conditions
        thresholds = conditionsOfSource.map { own in
            Thresholds(own.flatMap { conditions[$0].thresholds })
        }
        let sources = sources
        reach = conditionsOfSource.enumerated().map { source, own in
            own.map { conditions[$0].reach(of: sources[source]) }.max() ?? -.infinity
        }
        sourcesOfZone = compiler.sourcesOfZones
        var zonesOfSource = [[Int]](repeating: [], count: sources.count)
        for (zone, own) in sourcesOfZone.enumerated() {
            for source in own { zonesOfSource[source].append(zone) }
        }
        self.zonesOfSource = zonesOfSource
    }

    /// The same with all accuracies smaller by so many metres, none below zero.
    init(_ model: ZoneModel, narrowedBy metres: Double) {
        sources = model.sources.map { $0.narrowed(by: metres) }
        (conditions, sourceOfCondition) = (model.conditions, model.sourceOfCondition)
        (conditionsOfSource, thresholds) = (model.conditionsOfSource, model.thresholds)
        (lineCount, zones, sourcesOfZone) = (model.lineCount, model.zones, model.sourcesOfZone)
        (zonesOfSource, placeOfCondition, reach) = (
            model.zonesOfSource, model.placeOfCondition, model.reach
        )
    }

    /// The line sources that are lines of the plan.
    package func line(_ number: Int) -> LineSource {
        guard case .line(let line) = sources[number] else {
            preconditionFailure("the plan's lines come first among the sources")
        }
        return line
    }
}
