import Agreements
import Geodesy

/// Lines that follow other lines and the borders of areas.
extension AgreementReader {
    /// Whether a geometry names what it follows, in place of coordinates.
    static func followsOthers(_ node: YAMLNode) -> Bool {
        func names(_ node: YAMLNode) -> Bool {
            node.mapping?.contains { ["along", "border-of"].contains($0.key) } == true
        }
        return names(node) || node.list?.contains(where: names) == true
    }

    /// A line from the border of an area, or from pieces in a row.
    ///
    /// Where a piece does not begin where the one before ends, an edge joins them.
    mutating func followingLine(
        _ node: YAMLNode, _ what: String, edges: EdgeKind, in system: SystemReading
    ) -> LineGeometry? {
        if node.mapping?.contains(where: { $0.key == "border-of" }) == true {
            return border(node, what, edges: edges, in: system)
        }
        var vertices: [Coordinate] = []
        for piece in node.list ?? [node] {
            guard let own = self.piece(piece, what, edges: edges, in: system) else { return nil }
            warnOfGap(from: vertices.last, to: own.first, what, at: piece.mark)
            let goesOn =
                own.first.flatMap { first in vertices.last?.isSamePlace(as: first) } == true
            vertices += goesOn ? Array(own.dropFirst()) : own
        }
        do throws(LineGeometryError) {
            return try LineGeometry(vertices, edges: edges)
        } catch {
            refuse(node.mark, "\(what): \(error.description)")
            return nil
        }
    }

    private mutating func piece(
        _ node: YAMLNode, _ what: String, edges: EdgeKind, in system: SystemReading
    ) -> [Coordinate]? {
        guard node.mapping != nil else {
            guard let line = lineGeometry(node, what, edges: edges, in: system) else { return nil }
            guard line.parts.count == 1 else {
                refuse(
                    node.mark, "\(what): a piece is one row of positions, not \(line.parts.count)")
                return nil
            }
            return line.parts[0]
        }
        let keys = ["along", "from", "to"]
        guard let fields = fields(node, "a piece of \(what)", keys: keys),
            let along = fields.node("along"), let from = fields.node("from"),
            let to = fields.node("to")
        else {
            if node.mapping?.allSatisfy({ keys.contains($0.key) }) == true {
                refuse(
                    node.mark,
                    "a piece of \(what) has 'along', 'from' and 'to', as in {along: river.geojson, from: [34.1, 47.5], "
                        + "to: [34.3, 47.6]}")
            }
            return nil
        }
        guard let followed = followed(along, what, edges: edges, in: system),
            let first = position(from, "from", in: system.system),
            let last = position(to, "to", in: system.system)
        else { return nil }
        guard let cut = LineCut(followed) else {
            refuse(
                along.mark,
                "\(what): the line that a piece follows is one, whose parts go on from each other; this one has "
                    + "\(followed.parts.count) parts that do not")
            return nil
        }
        let (a, b) = (cut.place(nearestTo: first).place, cut.place(nearestTo: last).place)
        let isBackward = b < a && !cut.isClosed
        guard let own = cut.stretches([isBackward ? (b, a) : (a, b)]) else {
            refuse(
                node.mark,
                "\(what): 'from' and 'to' are nearest to the same place of the line that the piece follows"
            )
            return nil
        }
        var vertices: [Coordinate] = []
        for part in own.parts {
            vertices += vertices.isEmpty ? part : Array(part.dropFirst())
        }
        return isBackward ? vertices.reversed() : vertices
    }

    /// The line that a piece follows: one that stands before it, or a file or coordinates.
    private mutating func followed(
        _ node: YAMLNode, _ what: String, edges: EdgeKind, in system: SystemReading
    ) -> LineGeometry? {
        if let id = node.scalar, let known = readLines[id] { return known }
        if let id = node.scalar, declared["lines"]?.contains(id) == true {
            refuse(
                node.mark,
                "\(what) follows the line '\(id)', which has to stand before it among the lines")
            return nil
        }
        return lineGeometry(node, what, edges: edges, in: system)
    }

    /// The border of an area as closed lines, the area on their left.
    private mutating func border(
        _ node: YAMLNode, _ what: String, edges: EdgeKind, in system: SystemReading
    ) -> LineGeometry? {
        guard let fields = fields(node, what, keys: ["border-of"]),
            let of = fields.node("border-of"),
            let area = area(of, what, edges: edges, in: system)
        else { return nil }
        do throws(PolygonGeometryError) {
            if edges != .planar { return try CurvedBorder(area, edges: edges).line }
        } catch {
            refuse(of.mark, "\(what): \(error.description)")
            return nil
        }
        let rings = area.polygons.flatMap { rings in
            rings.enumerated().map { number, ring in
                Self.runsCounterclockwise(ring) == (number == 0) ? ring : ring.reversed()
            }
        }
        do throws(LineGeometryError) {
            return try LineGeometry(parts: rings, edges: .planar, joins: .asDrawn)
        } catch {
            refuse(of.mark, "\(what): \(error.description)")
            return nil
        }
    }

    private static func runsCounterclockwise(_ ring: [Coordinate]) -> Bool {
        var twice = 0.0
        for (a, b) in zip(ring, ring.dropFirst()) {
            let step = (b.longitude - a.longitude).remainder(dividingBy: 360)
            twice -= step * (a.latitude + b.latitude)
        }
        return twice > 0
    }

    private mutating func warnOfGap(
        from end: Coordinate?, to start: Coordinate?, _ what: String, at mark: TextMark
    ) {
        guard let end, let start else { return }
        let gap = Geodesic.distance(from: end, to: start)
        guard gap > .metres(1) else { return }
        warn(
            mark,
            "\(what): this piece begins \(gap.metres.rounded(toDecimals: 1)) m from where the one before ends, at "
                + "[\(end)]; an edge joins them. Give both the same position if it is not meant")
    }
}
