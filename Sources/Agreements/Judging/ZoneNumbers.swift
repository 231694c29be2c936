import Geodesy
import Zones

/// An agreement's lines and zones by their numbers in a plan.
///
/// A rule that holds in several zones has a zone of its own in the plan, their union: of a report in
/// one of two, nobody knows which, it is certain that it is in either.
struct ZoneNumbers: Sendable {
    /// The plan; lines have the agreement's order.
    private(set) var plan = ZonePlan()
    /// Per zone of the agreement its number in the plan.
    let zones: [Int]
    /// Per rule the number of the zone in the plan in which it holds.
    private(set) var zoneOfRule: [Int] = []
    private let ids: [String]

    /// Numbers for an agreement without faults.
    init(_ agreement: Agreement) {
        for line in agreement.lines {
            // Sides are told by nearest places, not by labels, which then are fewer.
            plan.addLine(
                line.geometry, accuracy: line.accuracy, tellsSide: false, isForNearest: true)
        }
        let lines = Dictionary(
            agreement.lines.enumerated().map { ($1.id, LineNumber(rawValue: $0)) },
            uniquingKeysWith: { first, _ in first })
        var numbers: [Zone.ID: ZoneNumber] = [:]
        var ids: [String] = []
        for place in agreement.zonesInOrder() ?? [] {
            let zone = agreement.zones[place]
            guard
                let region = zone.region.renamed(
                    line: { lines[$0] }, zone: { numbers[$0] })
            else { continue }
            numbers[zone.id] = plan.addZone(region)
            ids.append(zone.id)
        }
        self.ids = ids
        zones = agreement.zones.map { numbers[$0.id]?.rawValue ?? 0 }
        var unions: [[ZoneNumber]: Int] = [:]
        for rule in agreement.rules {
            let own = Set(rule.zones.compactMap { numbers[$0] }).sorted()
            if own.count == 1 {
                zoneOfRule.append(own[0].rawValue)
            } else if let known = unions[own] {
                zoneOfRule.append(known)
            } else {
                let number = plan.addZone(.union(own.map { .zone($0) })).rawValue
                unions[own] = number
                zoneOfRule.append(number)
            }
        }
    }

    /// The identifier of a zone of the plan.
    func zone(_ number: Int) -> String { number < ids.count ? ids[number] : "" }
}

extension CompiledAgreement {
    /// The number of a zone of the agreement in the model.
    package func number(ofZone id: Zone.ID) -> Int? {
        agreement.zones.firstIndex { $0.id == id }.map { numbers.zones[$0] }
    }
}
