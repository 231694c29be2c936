import Geodesy
import ZoneIndexing

/// An agreement's lines and zones as a `ZoneIndex`.
struct AgreementIndex: Sendable {
    /// The nearest line to a position.
    struct Place {
        let line: Int
        let distance: Distance
        let side: LineSide
    }

    let index: ZoneIndex
    /// Per zone of the agreement its number in the index.
    private let numbers: [Int]

    /// - Throws: `ZoneIndexError` when the index refuses a zone, such as one whose distance is beyond what
    ///   it holds.
    init(
        _ agreement: Agreement, order: [Int], detail: ZoneIndex.Detail
    ) throws(ZoneIndexError) {
        var plan = ZonePlan()
        for line in agreement.lines {
            // Sides are told by nearest places, not by labels, which then are fewer.
            plan.addLine(
                line.geometry, accuracy: line.accuracy, tellsSide: false, isForNearest: true)
        }
        let (lineNumbers, zoneNumbers) = (agreement.lineNumbers, agreement.zoneNumbers)
        var numbers = [Int](repeating: 0, count: agreement.zones.count)
        for zone in order {
            numbers[zone] = plan.addZone(
                Self.shape(
                    of: agreement.zones[zone], lines: lineNumbers,
                    excepted: { id in zoneNumbers[id].map { numbers[$0] } }, &plan))
        }
        index = try ZoneIndex(plan, detail: detail)
        self.numbers = numbers
    }

    private static func shape(
        of zone: Zone, lines: [ReferenceLine.ID: Int], excepted: (Zone.ID) -> Int?,
        _ plan: inout ZonePlan
    ) -> ZoneShape {
        func number(ofLine id: ReferenceLine.ID) -> Int { lines[id] ?? 0 }
        let isFlat = zone.ends == .flat
        var shape: ZoneShape
        switch zone.definition {
        case .within(let left, let right, let line):
            shape = .within(
                left: left, right: right, line: number(ofLine: line), flatEnds: isFlat)
        case .between(let from, let to, let sides, let line):
            shape = .between(
                from: from, to: to,
                sides: sides == .both ? .both : sides == .left ? .left : .right,
                line: number(ofLine: line), flatEnds: isFlat)
        case .aroundPoint(let radius, let centre):
            shape = .aroundPoint(radius: radius, centre: centre)
        case .aroundArea(let distance, let area, let includingArea):
            shape = .aroundArea(distance: distance, area: area, includingArea: includingArea)
        case .along(let route, let halfWidth):
            let line = plan.addLine(route, tellsSide: false)
            shape = .within(
                left: halfWidth, right: halfWidth, line: line, flatEnds: isFlat)
        case .area(let area):
            shape = .area(area)
        }
        if let clip = zone.clip { shape = .intersection([shape, .area(clip)]) }
        for id in zone.except {
            guard let number = excepted(id) else { continue }
            shape = .difference(shape, .zone(number))
        }
        return shape
    }

    /// Membership of a reported position in every zone, in the agreement's order.
    func memberships(of position: Coordinate, uncertainty: Distance) -> [Membership] {
        memberships(by: index.classify(position, uncertainty: uncertainty))
    }

    /// The same of a verdict.
    func memberships(by verdict: ZoneVerdict) -> [Membership] {
        numbers.map { verdict.membership(inZone: $0) }
    }

    /// The nearest place of the nearest line; `nil` for reports without a usable position.
    func place(of position: Coordinate, uncertainty: Distance) -> Place? {
        guard position.isValid, uncertainty >= .zero, uncertainty.metres.isFinite,
            let place = index.nearest(to: position, sureToMillimetres: true)
        else { return nil }
        return Place(place)
    }
}

extension AgreementIndex.Place {
    init(_ place: LinePlace) {
        self.init(line: Int(place.line), distance: place.distance, side: place.side)
    }
}
