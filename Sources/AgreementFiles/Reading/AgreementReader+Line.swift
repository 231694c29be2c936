import Agreements
import Geodesy

extension AgreementReader {
    /// A line with its sides.
    mutating func line(_ entry: YAMLNode.Pair) -> ReferenceLine? {
        let what = "line '\(entry.key)'"
        guard let fields = fields(entry.value, what, keys: AgreementKeys.line) else { return nil }
        note(fields, ["lines", entry.key])
        let edges = fields.node("edges").map { word($0, "edges", EdgeKind.self) }
        let system = system(fields, what)
        var versions: [Version<LineGeometry>] = []
        if let list = fields.node("versions") {
            if fields.node("geometry") != nil {
                refuse(
                    fields.keyMark("geometry"),
                    "\(what) has versions, each with its geometry; write 'geometry' or 'versions'")
            }
            versions = self.versions(
                list, what, ["lines", entry.key], keys: ["geometry"]
            ) { reader, fields, mark in
                reader.geometry(fields, what, mark, edges, system)
            }
            if versions.isEmpty { return nil }
        } else if let geometry = geometry(fields, what, entry.keyMark, edges, system) {
            versions = [Version(geometry)]
        } else {
            return nil
        }
        take(system, fields, what, ["lines", entry.key])
        let left = fields.node("left").flatMap { text($0, "left") }
        let right = fields.node("right").flatMap { text($0, "right") }
        let (accuracy, accuracies) = accuracies(fields, what)
        let prejudice = fields.node("prejudice").flatMap {
            word($0, "prejudice", PrejudiceWord.self)
        }
        // A change of datum shifts both sides of a gap alike: only what was stated bridges it.
        let joins = joins(fields, what, accuracy: accuracy)
        for number in versions.indices {
            versions[number].form = versions[number].form.joined(joins)
        }
        let kind = fields.node("kind").flatMap { word($0, "kind", ReferenceLine.Kind.self) }
        let status = fields.node("status").flatMap {
            $0.list == nil ? word($0, "status", ReferenceLine.Status.self) : nil
        }
        let statuses = fields.node("status").map {
            intervals($0, what, key: "status") { $0.word($1, "status", ReferenceLine.Status.self) }
        }
        let markers = fields.node("markers").map { self.markers($0, what, in: system) }
        let citation = citation(fields)
        func withStretches(_ line: ReferenceLine) -> ReferenceLine {
            var line = line
            line.citation = citation
            line.accuracies = accuracies.map {
                LineInterval($0.value + system.accuracy, from: $0.from, to: $0.to)
            }
            (line.statuses, line.markers) = (statuses ?? [], markers ?? [])
            return line
        }
        if fields.node("versions") == nil {
            return withStretches(
                ReferenceLine(
                    id: entry.key, geometry: versions[0].form, left: left, right: right,
                    accuracy: accuracy + system.accuracy, kind: kind, status: status,
                    isWithoutPrejudice: prejudice == PrejudiceWord.none))
        }
        return withStretches(
            ReferenceLine(
                id: entry.key, versions: versions, left: left, right: right,
                accuracy: accuracy + system.accuracy, kind: kind, status: status,
                isWithoutPrejudice: prejudice == PrejudiceWord.none))
    }

    /// How well a line is known: the greatest accuracy, and those of stretches where they differ.
    private mutating func accuracies(
        _ fields: Fields, _ what: String
    ) -> (greatest: Distance, intervals: [LineInterval<Distance>]) {
        guard let node = fields.node("accuracy") else { return (.zero, []) }
        guard node.list != nil else { return (length(node, "an accuracy") ?? .zero, []) }
        let intervals = self.intervals(node, what, key: "bound") { $0.length($1, "a bound") }
        return (intervals.map(\.value).max() ?? .zero, intervals)
    }

    /// The geometry of a line or of one of its versions.
    ///
    /// A wrong word for the edges has been noted; the line is read all the same, to find more.
    private mutating func geometry(
        _ fields: Fields, _ what: String, _ mark: TextMark, _ edges: EdgeKind??,
        _ system: SystemReading
    ) -> LineGeometry? {
        guard let node = fields.node("geometry") else {
            if !fields.hasTypo {
                refuse(mark, "\(what) has no 'geometry'; write the path of a GeoJSON file")
            }
            return nil
        }
        guard
            let geometry = lineGeometry(
                node, what, edges: (edges ?? nil) ?? .geodesic, in: system)
        else { return nil }
        if edges == nil { warnOfEdges(geometry, what, at: mark) }
        warnOfWideEdges(geometry, what, at: node.mark)
        return geometry
    }

    private mutating func joins(
        _ fields: Fields, _ what: String, accuracy: Distance
    ) -> LineGeometry.Joins {
        guard let node = fields.node("joins"), let word = word(node, "joins", JoinsWord.self)
        else { return .endToEnd }
        switch word {
        case .asDrawn: return .asDrawn
        case .endToEnd: return .endToEnd
        case .withinAccuracy:
            if accuracy <= .zero {
                refuse(
                    node.mark,
                    "'joins: within-accuracy' bridges gaps up to the line's accuracy, and \(what) "
                        + "has none; add 'accuracy', such as 'accuracy: 50 m'")
            }
            return .within(accuracy)
        }
    }

    /// Says by how much the choice of edges matters where it does and was left open.
    mutating func warnOfEdges(_ line: LineGeometry, _ what: String, at mark: TextMark?) {
        let (read, other) = ("geodesics", "straight in longitude and latitude")
        let isPlanar = line.edges == .planar
        guard let ambiguity = line.edgeAmbiguity() else { return }
        let length = ambiguity.edge.value(in: .kilometre).rounded(toDecimals: 1)
        let apart = ambiguity.deviation.metres.rounded(toDecimals: 1)
        warn(
            mark,
            "\(what) has edges of up to \(length) km, read as \(isPlanar ? other : read); "
                + "\(isPlanar ? "as " + read : other) it would lie up to \(apart) m away. Say which "
                + "with 'edges: geodesic', 'rhumb' or 'planar'")
    }

    /// A length with its unit; notes anything else.
    mutating func length(_ node: YAMLNode, _ what: String) -> Distance? {
        guard let text = text(node, what) else { return nil }
        do throws(Distance.ParsingError) {
            return try Distance(parsing: text)
        } catch {
            refuse(node.mark, "\(what): \(error.description)")
            return nil
        }
    }

    /// Remembers where the keys of an entry stand.
    mutating func note(_ fields: Fields, _ path: [String]) {
        for key in AgreementKeys.line + AgreementKeys.zone + AgreementKeys.rule
            + AgreementKeys.site + AgreementKeys.obligation
        {
            if let mark = fields.node(key)?.mark { marks[path + [key]] = mark }
        }
    }
}

/// The words that `prejudice` allows.
enum PrejudiceWord: String, CaseIterable {
    case none
}

/// The words that `joins` allows.
enum JoinsWord: String, CaseIterable {
    case asDrawn = "as-drawn"
    case endToEnd = "end-to-end"
    case withinAccuracy = "within-accuracy"
}

extension Double {
    /// The number as text with at most so many decimals.
    func rounded(toDecimals decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        return "\((self * scale).rounded() / scale)"
    }
}
