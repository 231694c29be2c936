import Geodesy
import Zones

extension DefinitionSpeech {
    private typealias Definition = Zone.Definition

    /// A zone's definition as a sentence, with what is said of its state and size.
    func sentence(_ zone: Zone) -> String {
        var text = definition(zone)
        if let status = zone.status {
            text = say("{definition}, {status}", ["definition": text, "status": status])
        }
        if let size = zone.size {
            text = say(
                "{definition}, of a size {size}", ["definition": text, "size": size.inWords(say)])
        }
        return say("The zone is {definition}.", ["definition": text])
    }

    /// A zone's definition, such as `within 25 km of contact on the side of north`.
    func definition(_ zone: Zone) -> String {
        if zone.versions.isEmpty { return region(zone.region) }
        return say.list(
            zone.versions.map { region($0.form) + dates(of: $0) }, "{list}; then {next}")
    }

    private func region(_ region: Definition) -> String {
        switch region {
        case .beside(let course, let left, let right, let ends):
            return ending(beside(course, left, right), ends)
        case .around(let centre, let band, let accuracy):
            let place = say(
                "{band} of the position [{position}]",
                ["band": self.band(band), "position": centre.description])
            return accuracy > .zero
                ? say(
                    "{position}, known to {accuracy}",
                    ["position": place, "accuracy": length(accuracy)]) : place
        case .inside(let area):
            let count = area.geometry.polygons.count
            let values = ["count": say.count(count)]
            let polygons =
                count == 1 ? say("{count} polygon", values) : say("{count} polygons", values)
            return say(
                "an area by coordinates ({about})",
                ["about": say.all([polygons] + particulars(area))])
        case .outward(let area, let band): return outward(area, band)
        case .stretches(let line, let stretches, let ends, let meeting):
            let parts = stretches.map { stretch in
                say(
                    "{band} from {start} to {end}",
                    [
                        "band": beside(.line(line), stretch.left, stretch.right),
                        "start": mark(stretch.from), "end": mark(stretch.to),
                    ])
            }
            // Each has commas of its own.
            let text = say.list(parts, "{list}, {item}")
            return ending(
                meeting == .union
                    ? say("{zone}, each measured by itself", ["zone": text]) : text, ends)
        case .nearer(let near, let far):
            return say("nearer to {near} than to {far}", ["near": near, "far": far])
        case .between(let first, let second, nil):
            return say("between {first} and {second}", ["first": first, "second": second])
        case .between(let first, let second, let half?):
            return say(
                "the half of the area between {first} and {second} nearer to {line}",
                ["first": first, "second": second, "line": half])
        case .union(let regions): return say.either(parts(regions))
        case .intersection(let regions):
            // An area at the end is what a zone is cut to.
            if regions.count == 2, case .inside = regions[1] {
                return say("{zone}, cut to an area", ["zone": self.region(regions[0])])
            }
            return say.both(parts(regions))
        case .difference(let region, let other):
            let others: [Definition] = if case .union(let all) = other { all } else { [other] }
            return say(
                "{zone}, except {others}",
                [
                    "zone": self.region(region),
                    "others": say.all(others.map { self.region($0) }),
                ])
        case .zone(let id): return say("{zone}", ["zone": id])
        }
    }

    private func ending(_ zone: String, _ ends: Ends) -> String {
        ends == .round ? zone : say("{zone}, ending flat at open ends", ["zone": zone])
    }

    private func parts(_ regions: [Definition]) -> [String] {
        regions.map { region in
            if case .zone(let id) = region {
                say("in {zone}", ["zone": id])
            } else {
                self.region(region)
            }
        }
    }

    private func outward(_ area: ZoneArea, _ band: DistanceBand) -> String {
        let about = say.all(particulars(area))
        let values = ["band": within(band), "about": about]
        switch (band.from == nil, about.isEmpty) {
        case (true, true): return say("an area and {band} of it", values)
        case (true, false): return say("an area ({about}) and {band} of it", values)
        case (false, true): return say("outside an area {band} of it", values)
        case (false, false): return say("outside an area ({about}) {band} of it", values)
        }
    }

    /// What is said of an area besides its coordinates.
    private func particulars(_ area: ZoneArea) -> [String] {
        var found: [String] = []
        switch area.edges {
        case .planar: break
        case .geodesic: found.append(say("geodesic edges"))
        case .rhumb: found.append(say("rhumb edges"))
        }
        if area.accuracy > .zero {
            found.append(say("known to {accuracy}", ["accuracy": length(area.accuracy)]))
        }
        return found
    }

    private func beside(
        _ course: Course<ReferenceLine.ID>, _ left: DistanceBand?, _ right: DistanceBand?
    ) -> String {
        switch course {
        case .route(_, let accuracy):
            // A route has no party on a side, and the same width to both.
            let band = left ?? right
            let route =
                band.map { say("{band} of a route to each side", ["band": self.band($0)]) }
                ?? say("on no side of a route")
            return accuracy > .zero
                ? say(
                    "{route}, known to {accuracy}", ["route": route, "accuracy": length(accuracy)])
                : route
        case .line(let line):
            if let left, left == right {
                let values = ["band": band(left), "line": line]
                return left.from == nil
                    ? say("{band} of {line} to each side", values)
                    : say("{band} from {line} to each side", values)
            }
            switch (left, right) {
            case (let left?, let right?) where left.from != nil || right.from != nil:
                return say(
                    "{left} {one} and {right} {other} of {line}",
                    [
                        "left": band(left), "one": side(.left, of: line), "right": band(right),
                        "other": side(.right, of: line), "line": line,
                    ])
            case (let left?, let right?):
                return say(
                    "within {left} {one} and {right} {other} of {line}",
                    [
                        "left": width(left), "one": side(.left, of: line), "right": width(right),
                        "other": side(.right, of: line), "line": line,
                    ])
            case (let only?, nil): return beside(line, only, .left)
            case (nil, let only?): return beside(line, only, .right)
            case (nil, nil): return say("on no side of {line}", ["line": line])
            }
        }
    }

    /// On one side of a line.
    private func beside(_ line: ReferenceLine.ID, _ band: DistanceBand, _ side: LineSide) -> String
    {
        let values = [
            "band": self.band(band), "line": line, "side": self.side(side, of: line),
        ]
        return band.from == nil
            ? say("{band} {side} of {line}", values) : say("{band} from {line} {side}", values)
    }

    private func band(_ band: DistanceBand) -> String {
        guard let from = band.from else { return within(band) }
        return say("from {from} to {width}", ["from": length(from), "width": width(band)])
    }

    private func within(_ band: DistanceBand) -> String {
        band.certainty == .known
            ? say("within {distance}", ["distance": length(band.to)])
            : say("within {width}", ["width": width(band)])
    }

    /// The farther limit, with what is known of it.
    private func width(_ band: DistanceBand) -> String {
        let greatest = length(band.to)
        switch band.certainty {
        case .known: return greatest
        case .atLeast(let least):
            return say(
                "{least} to {greatest}, which is not known better,",
                ["least": length(least), "greatest": greatest])
        case .unknown:
            return say("an unknown distance of up to {greatest}", ["greatest": greatest])
        }
    }

    private func side(_ side: LineSide, of line: ReferenceLine.ID) -> String {
        if let party = agreement.lines.first(where: { $0.id == line })?.party(on: side) {
            return say("on the side of {party}", ["party": party])
        }
        return side == .left ? say("on the left") : say("on the right")
    }
}
