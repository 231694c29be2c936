import Agreements
import Geodesy
import Zones

/// What is said of stretches of lines.
extension AgreementReader {
    /// A place along a line: `start`, `end`, a position, or the name of a marker.
    ///
    /// A position is on WGS 84.
    mutating func lineMark(_ node: YAMLNode, _ what: String) -> LineMark? {
        switch node.scalar {
        case "start": return .start
        case "end": return .end
        case let text? where !Self.isWrittenPosition(text): return .marker(text)
        default: return position(node, what).map { .near($0) }
        }
    }

    /// A list of stretches, each with `from`, `to` and a value; one value without a list has none.
    ///
    /// - Parameter value: reads what is said of a stretch, from its key `key`.
    mutating func intervals<Value: Hashable & Sendable>(
        _ node: YAMLNode, _ what: String, key: String,
        _ value: (inout AgreementReader, YAMLNode) -> Value?
    ) -> [LineInterval<Value>] {
        var found: [LineInterval<Value>] = []
        for entry in node.list ?? [] {
            guard
                let fields = fields(entry, "a stretch of \(what)", keys: [key, "from", "to"]),
                let given = required(fields, key, "a stretch of \(what)", entry),
                let ends = stretchEnds(fields, what, entry), let own = value(&self, given)
            else { continue }
            found.append(LineInterval(own, from: ends.from, to: ends.to))
        }
        return found
    }

    /// Where a stretch begins and ends: at the line's own start and end unless said.
    mutating func stretchEnds(
        _ fields: Fields, _ what: String, _ node: YAMLNode
    ) -> (from: LineMark, to: LineMark)? {
        let before = errors.count
        if fields.node("from") == nil, fields.node("to") == nil, !fields.hasTypo {
            refuse(
                node.mark,
                "a stretch of \(what) has 'from' and 'to': 'start', 'end', a marker or a position")
        }
        let from = fields.node("from").map { lineMark($0, "from") } ?? .start
        let to = fields.node("to").map { lineMark($0, "to") } ?? .end
        guard errors.count == before, let from, let to else { return nil }
        return (from, to)
    }

    private mutating func required(
        _ fields: Fields, _ key: String, _ what: String, _ node: YAMLNode
    ) -> YAMLNode? {
        if let found = fields.node(key) { return found }
        if !fields.hasTypo { refuse(node.mark, "\(what) has no '\(key)'") }
        return nil
    }

    /// Markers by their names: in place, or the points of a GeoJSON file with a property `name`.
    ///
    /// In place they are in the line's system, in a file on WGS 84.
    mutating func markers(
        _ node: YAMLNode, _ what: String, in system: SystemReading
    ) -> [LineMarker] {
        if let pairs = node.mapping {
            return pairs.compactMap { pair in
                position(pair.value, "marker '\(pair.key)'", in: system.system).map {
                    LineMarker(id: pair.key, position: $0)
                }
            }
        }
        guard let path = node.scalar, !path.isEmpty else {
            refuse(
                node.mark,
                "the markers of \(what) are names with their positions, as in {0646: [127.5, 38.3]}, or the path of "
                    + "a GeoJSON file of points, not \(node.inWords)")
            return []
        }
        return markers(inFile: path, node, what)
    }

    private mutating func markers(
        inFile path: String, _ node: YAMLNode, _ what: String
    ) -> [LineMarker] {
        let place = path.utf8.first == UInt8(ascii: "/") ? path : folder + path
        do throws(AgreementFileError) {
            let file = try MarkerFile(path: place)
            geometryFiles.append(place)
            return file.markers
        } catch {
            errors.append(
                error.code == .unreadable
                    ? AgreementFileError(
                        .unreadable, file: self.file, at: node.mark,
                        "the markers of \(what): \(error.file): \(error.reason)") : error)
            return []
        }
    }

    /// Says of markers that lie off their line, which then mean the place nearest to them.
    mutating func warnOfMarkers(_ line: ReferenceLine) {
        if line.markers.isEmpty { return }
        for geometry in line.geometries {
            guard let cut = LineCut(geometry) else { continue }
            for marker in line.markers {
                let off = cut.place(nearestTo: marker.position).distance
                // A marker is hardly ever known better than to a metre.
                guard off > max(line.accuracy, .metres(1)) else { continue }
                warn(
                    mark(of: ["lines", line.id, "markers"]),
                    "line '\(line.id)': marker '\(marker.id)' lies \(off.metres.rounded(toDecimals: 1)) m off the "
                        + "line; the place on the line nearest to it is meant. Check its position, or the line's "
                        + "'accuracy'")
            }
        }
    }

    /// Says where intervals leave a stretch of a line of which nothing is said.
    mutating func warnOfLeftStretches<Value>(
        _ intervals: [LineInterval<Value>], of line: ReferenceLine, _ path: [String], _ then: String
    ) {
        warnOfLeftStretches(intervals.map { ($0.from, $0.to) }, of: line, path, then)
    }

    mutating func warnOfLeftStretches(
        _ intervals: [(from: LineMark, to: LineMark)], of line: ReferenceLine, _ path: [String],
        _ then: String
    ) {
        guard !intervals.isEmpty else { return }
        for geometry in line.geometries {
            guard let cut = LineCut(geometry) else { continue }
            let places = intervals.compactMap { interval in
                line.place(of: interval.from, on: cut).flatMap { from in
                    line.place(of: interval.to, on: cut).map { (from, $0) }
                }
            }
            // On a closed line a stretch may go past the beginning.
            let stretches = places.flatMap { from, to in
                from < to ? [(from, to)] : [(from, cut.end), (cut.start, to)]
            }.sorted { $0.0 < $1.0 }
            var reached = cut.start
            for (from, to) in stretches + [(cut.end, cut.end)] {
                if reached < from {
                    warn(
                        mark(of: path),
                        "\(path.joined(separator: ": ")): between [\(reached.position)] and [\(from.position)] on "
                            + "the line '\(line.id)' nothing is said; \(then)")
                }
                reached = max(reached, to)
            }
        }
    }
}
