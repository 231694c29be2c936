import Agreements
import Geodesy
import Zones

extension AgreementReader {
    /// A zone.
    mutating func zone(
        _ entry: YAMLNode.Pair, lines: [String: ReferenceLine], area: PolygonGeometry?,
        hasArea: Bool
    ) -> Zone? {
        let what = "zone '\(entry.key)'"
        let path = ["zones", entry.key]
        guard let fields = fields(entry.value, what, keys: AgreementKeys.zone) else { return nil }
        note(fields, path)
        let status = fields.node("status").flatMap { text($0, "the status") }
        let size = fields.node("size").flatMap { self.size($0, what) }
        let citation = citation(fields)
        guard let list = fields.node("versions") else {
            return definition(
                fields, what, entry.keyMark, path, lines: lines, area: area, hasArea: hasArea
            ).map {
                var zone = Zone(id: entry.key, $0, status: status)
                (zone.size, zone.citation) = (size, citation)
                return zone
            }
        }
        let before = errors.count
        let others = fields.present(
            AgreementKeys.zone.filter {
                !(["versions", "status", "size"] + AgreementKeys.citation).contains($0)
            })
        for key in others {
            refuse(
                fields.keyMark(key),
                "\(what) has versions, and '\(key)' is said of each of them; move it into the list")
        }
        let versions = self.versions(list, what, path, keys: AgreementKeys.zone) {
            reader, fields, mark in
            reader.definition(
                fields, what, mark, path, lines: lines, area: area, hasArea: hasArea)
        }
        guard errors.count == before, !versions.isEmpty else { return nil }
        var zone = Zone(id: entry.key, versions: versions)
        (zone.status, zone.size, zone.citation) = (status, size, citation)
        return zone
    }

    /// What makes a position belong to a zone.
    private mutating func definition(
        _ fields: Fields, _ what: String, _ mark: TextMark, _ path: [String],
        lines: [String: ReferenceLine], area: PolygonGeometry?, hasArea: Bool
    ) -> Zone.Definition? {
        let before = errors.count
        var scope = ZoneScope(fields: fields, what: what, mark: mark, lines: lines)
        scope.system = system(fields, what)
        let word = fields.node("ends").flatMap { self.word($0, "ends", EndsWord.self) }
        scope.ends = word == .flat ? .flat : .round
        let region = self.region(&scope)
        if fields.node("between") == nil { refuseKeys(["half"], scope, "is not between two lines") }
        if fields.node("within")?.list == nil {
            refuseKeys(["meeting"], scope, "has one width for the whole line")
        }
        if word != nil, !scope.hasEnds {
            refuse(
                fields.node("ends")?.mark,
                "\(what) is not measured from a line and has no ends")
        }
        var clip = fields.node("clip").flatMap {
            self.area($0, "\(what): clip", in: scope.system)
        }
        // The border of the area of operations is on WGS 84 and exact.
        let clipAccuracy = clip == nil ? .zero : scope.system.accuracy
        if let clip { warnOfWideEdges(clip, "\(what): clip", at: fields.node("clip")?.mark) }
        if word == .clipped {
            if fields.node("clip") != nil {
                refuse(
                    fields.keyMark("clip"),
                    "'ends: clipped' cuts the zone to the area of operations and 'clip' to another "
                        + "area; write one of them")
            } else if !hasArea {
                refuse(
                    fields.node("ends")?.mark,
                    "'ends: clipped' cuts the zone to the area of operations, and the agreement has "
                        + "no 'area'; add one, or write 'ends: round' or 'ends: flat'")
            }
            clip = area
        }
        let except = fields.node("except").flatMap { texts($0, "except") } ?? []
        guard errors.count == before, let region else { return nil }
        take(scope.system, fields, what, path)
        let whole = clip.map { region.clipped(to: $0, accuracy: clipAccuracy) } ?? region
        return whole.excluding(except)
    }

    private mutating func region(_ scope: inout ZoneScope) -> Region<ReferenceLine.ID, Zone.ID>? {
        let fields = scope.fields
        switch fields.present(["within", "between", "polygon"] + Self.combinations) {
        case ["polygon"]:
            refuseKeys(["of", "along", "side"], scope, "is given by coordinates")
            guard
                let (area, edges, accuracy) = fields.node("polygon").flatMap({
                    zoneArea($0, scope)
                })
            else { return nil }
            return .area(area, edges: edges, accuracy: accuracy)
        case ["between"]:
            return isBetweenLines(scope) ? betweenLines(scope) : band(&scope)
        case ["within"]:
            switch fields.present(["of", "along"]) {
            case ["along"]: return route(&scope)
            case ["of"]: return around(&scope)
            case [] where fields.hasTypo: break
            case []: refuse(scope.mark, "\(scope.what) has 'within' and no 'of' or 'along'")
            default:
                refuse(scope.mark, "\(scope.what) has both 'of' and 'along'; write one of them")
            }
        case let one where one.count == 1: return combination(one[0], scope)
        case [] where fields.hasTypo: break
        case []:
            refuse(
                scope.mark,
                "\(scope.what) has no extent; write within and of, within and along, between and "
                    + "of, between two lines, polygon, or union, intersection or difference of other zones"
            )
        case let several:
            refuse(
                scope.mark,
                "\(scope.what) has \(several.joined(separator: " and ")); write one of them")
        }
        return nil
    }

    mutating func refuseKeys(_ keys: [String], _ scope: ZoneScope, _ because: String) {
        for key in scope.fields.present(keys) {
            refuse(
                scope.fields.keyMark(key),
                "\(scope.what) \(because), so that '\(key)' has no meaning")
        }
    }

    // MARK: - Along a route

    private mutating func route(_ scope: inout ZoneScope) -> Region<ReferenceLine.ID, Zone.ID>? {
        scope.hasEnds = true
        refuseKeys(["side"], scope, "lies along a route")
        guard let widthNode = scope.fields.node("within"), let along = scope.fields.node("along"),
            let width = width(widthNode, scope.what)
        else { return nil }
        let edges = scope.fields.node("edges").map { word($0, "edges", EdgeKind.self) }
        let geometry = lineGeometry(
            along, scope.what, edges: (edges ?? nil) ?? .geodesic, in: scope.system)
        if edges == nil, let geometry { warnOfEdges(geometry, scope.what, at: scope.mark) }
        if let geometry { warnOfWideEdges(geometry, scope.what, at: along.mark) }
        let accuracy = accuracy(scope)
        guard let half = halfWidth(width, widthNode) else { return nil }
        let ends = scope.ends
        return geometry.map {
            .beside(.route($0, accuracy: accuracy), left: half, right: half, ends: ends)
        }
    }

    /// A bound on how far what a zone is made of may be from where it is given: what is said, with what the
    /// way to WGS 84 adds, so that the coordinates must have been read.
    private mutating func accuracy(_ scope: ZoneScope) -> Distance {
        (scope.fields.node("accuracy").flatMap { length($0, "an accuracy") } ?? .zero)
            + scope.system.accuracy
    }

    /// An area with its edges and its accuracy.
    private mutating func zoneArea(
        _ node: YAMLNode, _ scope: ZoneScope
    ) -> (PolygonGeometry, EdgeKind, Distance)? {
        let edges = scope.fields.node("edges").map { word($0, "edges", EdgeKind.self) }
        let kind = (edges ?? nil) ?? scope.system.edgesOfAreas
        let area = area(node, scope.what, edges: kind, in: scope.system)
        let accuracy = accuracy(scope)
        guard let area else { return nil }
        if kind == .planar { warnOfWideEdges(area, scope.what, at: node.mark) }
        let rings = Array(area.polygons.joined())
        if edges == nil, let border = try? LineGeometry(parts: rings, edges: kind) {
            warnOfEdges(border, scope.what, at: scope.mark)
        }
        return (area, kind, accuracy)
    }

    private mutating func halfWidth(_ width: Width, _ node: YAMLNode) -> DistanceBand? {
        switch width.meaning {
        case .eachSide: return width.band
        case .total: return width.half
        case .bare: refuse(node.mark, Self.bareWidth(node))
        default: refuse(node.mark, "'outward' is said of an area, not of a line")
        }
        return nil
    }

    static func bareWidth(_ node: YAMLNode) -> String {
        let text = node.scalar ?? ""
        return "the width '\(text)' leaves open whether it is to each side or in total; write "
            + "'\(text) each side' or '\(text) total'"
    }

    // MARK: - Around something

    private mutating func around(_ scope: inout ZoneScope) -> Region<ReferenceLine.ID, Zone.ID>? {
        guard let of = scope.fields.node("of"), let within = scope.fields.node("within") else {
            return nil
        }
        let isPoint =
            of.scalar.map { scope.lines[$0] == nil && Self.isWrittenPosition($0) } ?? false
        if !isPoint, let wkt = of.scalar.flatMap({ WKTText($0) }) {
            refuse(of.mark, "of: \(wkt.hint)")
            return nil
        }
        if let names = names(in: of) {
            let known = declared["lines"] ?? []
            let lines = names.contains { known.contains($0) }
            refuse(
                of.mark,
                "\(scope.what) is measured from one line, file or position, not from "
                    + names.prefix(4).map { "'\($0)'" }.joined(separator: " and ")
                    + (lines && names.count == 2
                        ? "; the area between two lines is 'between: [\(names[0]), \(names[1])]', and what "
                            + "is near either a 'union' of two zones"
                        : "; write one of them, or a zone for each and their 'union'"))
            return nil
        }
        if let id = of.scalar, !isPoint, !Self.isPath(id) || scope.lines[id] != nil {
            scope.hasEnds = true
            refuseKeys(["edges", "accuracy"], scope, "is measured from a line that says it")
            return aroundLine(id, of, within, scope)
        }
        refuseKeys(["side"], scope, "is measured from a place")
        if isPosition(of) {
            return aroundPoint(of, within, scope)
        }
        if let path = of.scalar {
            if case .unusable = scope.system { return nil }
            let point = geometryFile(path, of, "of", in: scope.system) {
                file throws(AgreementFileError) in
                file.hasPolygons ? nil : try file.point()
            }
            if let found = point, let centre = found {
                return aroundPoint(centre, within, scope)
            }
            if point == nil { return nil }
        }
        guard let (area, edges, accuracy) = zoneArea(of, scope),
            let width = width(within, scope.what)
        else { return nil }
        switch width.meaning {
        case .outward, .outwardWithArea:
            let isWith = width.meaning == .outwardWithArea
            return .outward(
                ZoneArea(area, edges: edges, accuracy: accuracy),
                DistanceBand(
                    from: isWith ? nil : .zero, to: width.band.to, certainty: width.band.certainty))
        default:
            let length = width.written
            refuse(
                within.mark,
                "the width of \(scope.what) around an area leaves open whether the area itself "
                    + "belongs to it; write '\(length) outward' for the ring around it or "
                    + "'\(length) outward with it'")
            return nil
        }
    }

    private mutating func aroundPoint(
        _ of: YAMLNode, _ within: YAMLNode, _ scope: ZoneScope
    ) -> Region<ReferenceLine.ID, Zone.ID>? {
        if case .unusable = scope.system { return nil }
        return position(of, "of", in: scope.system.system).flatMap {
            aroundPoint($0, within, scope)
        }
    }

    private mutating func aroundPoint(
        _ centre: Coordinate, _ within: YAMLNode, _ scope: ZoneScope
    ) -> Region<ReferenceLine.ID, Zone.ID>? {
        refuseKeys(["edges"], scope, "is measured from a point")
        let accuracy = accuracy(scope)
        return radius(within, scope).map {
            .around(centre, $0, accuracy: accuracy)
        }
    }

    private mutating func radius(_ node: YAMLNode, _ scope: ZoneScope) -> DistanceBand? {
        guard let width = width(node, scope.what) else { return nil }
        guard width.meaning == .bare else {
            refuse(node.mark, "around a point the distance stands alone, as in '\(width.written)'")
            return nil
        }
        return width.band
    }

    // MARK: - Measured from a line

    private mutating func aroundLine(
        _ id: String, _ of: YAMLNode, _ within: YAMLNode, _ scope: ZoneScope
    ) -> Region<ReferenceLine.ID, Zone.ID>? {
        let sideNode = scope.fields.node("side")
        let line = self.line(id, of, scope)
        let side = sideNode.flatMap { node in line.flatMap { self.side(node, $0) } }
        if let pairs = within.mapping {
            if let sideNode {
                refuse(sideNode.mark, "widths by party name the sides already; leave 'side' out")
            }
            return line.flatMap { widths(pairs, within, $0, scope) }.map {
                .beside(.line(id), left: $0.left, right: $0.right, ends: scope.ends)
            }
        }
        if let list = within.list {
            return line.flatMap { stretches(list, within, $0, side, scope) }
        }
        guard let width = width(within, scope.what) else { return nil }
        return bands(width, within, line, side, scope).map {
            .beside(.line(id), left: $0.left, right: $0.right, ends: scope.ends)
        }
    }

    /// The distances to both sides that a width means.
    mutating func bands(
        _ width: Width, _ within: YAMLNode, _ line: ReferenceLine?, _ side: LineSide?,
        _ scope: ZoneScope
    ) -> (left: DistanceBand?, right: DistanceBand?)? {
        let sideNode = scope.fields.node("side")
        switch (width.meaning, sideNode) {
        case (.eachSide, nil):
            return (width.band, width.band)
        case (.total, nil):
            return (width.half, width.half)
        case (.bare, .some):
            return side.map {
                ($0 == .left ? width.band : nil, $0 == .right ? width.band : nil)
            }
        case (.bare, nil):
            refuse(
                within.mark,
                Self.bareWidth(within) + ", or a width per party as in {\(line?.left ?? "left"): "
                    + "\(width.written)}")
        case (.outward, _), (.outwardWithArea, _):
            refuse(within.mark, "'outward' is said of an area, not of a line")
        case (_, let node?):
            refuse(
                node.mark,
                "with 'side' the width is to that side alone; write '\(width.written)' without "
                    + "'each side' or 'total'")
        }
        return nil
    }

    mutating func widths(
        _ pairs: [YAMLNode.Pair], _ node: YAMLNode, _ line: ReferenceLine, _ scope: ZoneScope
    ) -> (left: DistanceBand?, right: DistanceBand?)? {
        var left: DistanceBand?
        var right: DistanceBand?
        let before = errors.count
        for pair in pairs {
            let key = YAMLNode(content: .scalar(pair.key), mark: pair.keyMark)
            guard let side = side(key, line), let width = width(pair.value, scope.what)
            else { continue }
            if width.meaning != .bare {
                refuse(
                    pair.value.mark,
                    "the width of a party's side is said without 'each side' or 'total', as in "
                        + "{\(pair.key): \(width.written)}")
            }
            let isSecond = side == .left ? left != nil : right != nil
            if isSecond { refuse(pair.keyMark, "the \(side.rawValue) side has a width already") }
            if side == .left { left = width.band } else { right = width.band }
        }
        if pairs.isEmpty { refuse(node.mark, "the zone has no width; write one per party") }
        guard errors.count == before else { return nil }
        return (left, right)
    }

    private mutating func band(_ scope: inout ZoneScope) -> Region<ReferenceLine.ID, Zone.ID>? {
        scope.hasEnds = true
        refuseKeys(["along", "edges", "accuracy", "half"], scope, "is a band along a line")
        guard let between = scope.fields.node("between"), let of = scope.fields.node("of") else {
            refuse(scope.mark, "\(scope.what) has 'between' and no 'of'; write the line")
            return nil
        }
        guard let limits = between.list, limits.count == 2 else {
            refuse(
                between.mark,
                "between is a list of two distances, as in [10 km, 20 km], not \(between.inWords)")
            return nil
        }
        guard let id = text(of, "of"), let line = line(id, of, scope),
            let from = length(limits[0], "between"), let to = length(limits[1], "between")
        else { return nil }
        guard let node = scope.fields.node("side") else {
            return .between(from: from, to: to, of: id, ends: scope.ends)
        }
        let ends = scope.ends
        return side(node, line).map {
            .between(from: from, to: to, sides: $0 == .left ? .left : .right, of: id, ends: ends)
        }
    }

    /// The line of an identifier; notes one that is not declared.
    ///
    /// One that is declared and could not be read has been noted already.
    mutating func line(
        _ id: String, _ node: YAMLNode, _ scope: ZoneScope
    ) -> ReferenceLine? {
        if let line = scope.lines[id] { return line }
        let known = declared["lines"] ?? []
        if !known.contains(id) {
            refuse(
                node.mark,
                "there is no line '\(id)'; \(Spelling.hint(for: id, in: known)) (a geometry file "
                    + "has a name such as site.geojson)")
        }
        return nil
    }

    /// The side of a line that a party, or `left` or `right`, names; notes anything else.
    private mutating func side(_ node: YAMLNode, _ line: ReferenceLine) -> LineSide? {
        guard let word = text(node, "side") else { return nil }
        if word == line.left { return .left }
        if word == line.right { return .right }
        if word == "left" { return .left }
        if word == "right" { return .right }
        let known = [line.left, line.right].compactMap { $0 } + ["left", "right"]
        let isParty = declared["parties"]?.contains(word) == true
        refuse(
            node.mark,
            (isParty
                ? "line '\(line.id)' does not say which of its sides is '\(word)'s; add 'left' or "
                    + "'right' to the line"
                : "'\(word)' is no side of line '\(line.id)'; "
                    + Spelling.hint(for: word, in: known)))
        return nil
    }

    mutating func width(_ node: YAMLNode, _ what: String) -> Width? {
        guard let text = node.scalar else {
            refuse(node.mark, "the width of \(what) is a length with its unit, not \(node.inWords)")
            return nil
        }
        do throws(Distance.ParsingError) {
            return try Width(parsing: text)
        } catch {
            refuse(node.mark, "the width of \(what): \(error.description)")
            return nil
        }
    }

    /// The words of a list of such as lines have for names; `nil` for other nodes.
    private func names(in node: YAMLNode) -> [String]? {
        guard let nodes = node.list, !nodes.isEmpty else { return nil }
        let known = Set(declared["lines"] ?? [])
        let names = nodes.compactMap(\.scalar).filter { word in
            known.contains(word)
                || (word.contains(where: \.isLetter) && !word.contains(where: \.isNumber))
        }
        return names.count == nodes.count ? names : nil
    }

    /// Whether a text names a file rather than a line.
    private static func isPath(_ text: String) -> Bool {
        text.contains("/") || text.hasSuffix(".geojson") || text.hasSuffix(".json")
    }
}

/// What is needed to read one zone.
struct ZoneScope {
    let fields: Fields
    /// The zone in words.
    let what: String
    /// Where the zone begins.
    let mark: TextMark
    let lines: [String: ReferenceLine]
    /// Whether the zone is measured from a line or route, and so has ends.
    var hasEnds = false
    /// What happens beyond open ends.
    var ends = Ends.round
    /// The system in which its coordinates are written.
    var system = AgreementReader.SystemReading.none
}

/// The words that `ends` allows; `clipped` is round, cut to the area of operations.
enum EndsWord: String, CaseIterable {
    case round
    case flat
    case clipped
}
