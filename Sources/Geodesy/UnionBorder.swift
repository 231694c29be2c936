/// The border of the union of an area's polygons.
///
/// Every edge is cut where an edge of another polygon meets it. Of each stretch between two cuts is
/// asked which polygons lie on either side: one that has some on both sides is no border. So the
/// border has no stretch inside another polygon, none that two polygons share, and none along the
/// antimeridian that only parts an area drawn on both sides of it; stretches of polygons drawn
/// twice are border once.
///
/// - Accuracy: what touches and what overlaps is decided exactly on the numbers as given; where
///   edges cross, the border bends at the rounded crossing. A stretch within 1e-13 degrees of
///   another polygon's edge that it is not exactly on is kept.
/// - Complexity: about n log n in the vertices, and linear in the meetings of edges.
struct UnionBorder {
    /// A run of border along one edge.
    struct Stretch {
        let polygon: Int
        /// The edge among those of its polygon.
        let edge: Int
        let ring: Int
        let from: Coordinate
        let to: Coordinate
        let span: Double
        /// Whether it begins and ends where the edge does.
        let reaches: (start: Bool, end: Bool)
    }

    private let sheets: [RingSheet]
    /// A tree over the polygons, and the polygon of each of its boxes.
    private let tree: DegreeBoxTree
    private let order: [Int]

    init(_ area: PolygonGeometry) {
        let sheets = area.polygons.map { RingSheet($0) }
        self.sheets = sheets
        order = sheets.indices.sorted {
            Self.rank(sheets[$0].tree.bounds) < Self.rank(sheets[$1].tree.bounds)
        }
        tree = DegreeBoxTree(order.map { sheets[$0].tree.bounds })
    }

    /// The place of a box on a curve that visits near boxes one after another (Morton's order).
    private static func rank(_ box: DegreeBox) -> UInt64 {
        func spread(_ degrees: Double) -> UInt64 {
            let number = UInt64(max(0, min(0xFFFF_FFFF, (degrees + 400) / 1000 * 4_294_967_296)))
            return (0..<32).reduce(0) { $0 | (number >> UInt64($1) & 1) << UInt64(2 * $1) }
        }
        let middle = (box.lower + box.upper) / 2
        return spread(middle.x) | spread(middle.y) << 1
    }

    /// The border, in the order of the rings.
    func stretches() -> [Stretch] {
        var result: [Stretch] = []
        visit { polygon, edge, runs, _ in
            let whole = sheets[polygon].edges[edge]
            for run in runs {
                result.append(
                    Stretch(
                        polygon: polygon, edge: edge, ring: whole.ring, from: run.from.place,
                        to: run.to.place,
                        span: run.from.t == 0 && run.to.t == 1
                            ? whole.span
                            : whole.span(
                                from: run.from.place, to: run.to.place,
                                share: run.to.t - run.from.t),
                        reaches: (run.from.t == 0, run.to.t == 1)))
            }
        }
        return result
    }

    /// The pairs of polygons that have a stretch of border or an area in common, with a place of
    /// that; in the order of the pairs.
    func contacts() -> [PolygonGeometry.Contact] {
        var found: [SIMD2<Int>: PolygonGeometry.Contact] = [:]
        visit { _, _, _, contacts in
            for contact in contacts {
                let pair = SIMD2(contact.first, contact.second)
                if let known = found[pair], known.kind == .overlap || contact.kind == .touch {
                    continue
                }
                found[pair] = contact
            }
        }
        return found.values.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    private typealias Cut = (t: Double, place: Coordinate)
    private typealias Run = (from: Cut, to: Cut)
    private typealias Shared = (range: ClosedRange<Double>, polygon: Int, edge: Int)

    /// Calls `body` with each edge that is more than a place, its runs of border, and what was seen
    /// of other polygons along it.
    private func visit(
        _ body: (
            _ polygon: Int, _ edge: Int, _ runs: [Run], _ contacts: [PolygonGeometry.Contact]
        ) -> Void
    ) {
        for (p, sheet) in sheets.enumerated() {
            for (e, edge) in sheet.edges.enumerated() where !edge.isPoint {
                let (cuts, shared) = meetings(ofPolygon: p, edge: e)
                var runs: [Run] = []
                var contacts: [PolygonGeometry.Contact] = []
                for (from, to) in zip(cuts, cuts.dropFirst()) {
                    let middle = (from.t + to.t) / 2
                    let isBorder = judge(
                        p, e, at: edge.place(at: middle),
                        shared: shared.filter { $0.range.contains(middle) }, &contacts)
                    guard isBorder else { continue }
                    if let last = runs.last, last.to.t == from.t {
                        runs[runs.count - 1].to = to
                    } else {
                        runs.append((from, to))
                    }
                }
                body(p, e, runs, contacts)
            }
        }
    }

    /// The places where an edge is cut, its ends included, and what it shares with other edges.
    private func meetings(ofPolygon p: Int, edge e: Int) -> (cuts: [Cut], shared: [Shared]) {
        let edge = sheets[p].edges[e]
        var cuts: [Cut] = [(0, edge.from), (1, edge.to)]
        var shared: [Shared] = []
        for shift in [-360.0, 0, 360] {
            let box = edge.box.moved(by: -shift)
            tree.visit(box) { number in
                let q = order[number]
                sheets[q].tree.visit(box) { f in
                    let other = sheets[q].edges[f]
                    guard q != p || f != e, !other.isPoint,
                        let meeting = edge.meeting(
                            with: other, shift: shift, isFirst: (p, e) < (q, f))
                    else { return }
                    // A polygon's own crossings part nothing: its rings are counted together.
                    if q != p || meeting.shared != nil { cuts += meeting.cuts }
                    if let range = meeting.shared { shared.append((range, q, f)) }
                }
            }
        }
        cuts.sort { $0.t < $1.t }
        var distinct: [Cut] = []
        for cut in cuts where cut.t > distinct.last?.t ?? -1 { distinct.append(cut) }
        return (distinct, shared)
    }

    /// Whether a stretch of an edge is border, by a place on it and the edges that run over it.
    private func judge(
        _ p: Int, _ e: Int, at place: Coordinate, shared: [Shared],
        _ contacts: inout [PolygonGeometry.Contact]
    ) -> Bool {
        var covered = (south: false, north: false)
        if !shared.isEmpty {
            let own = sides(of: p, at: place, shared.filter { $0.polygon == p }.map(\.edge) + [e])
            covered = own
            for q in Set(shared.map(\.polygon)) where q != p {
                let other = sides(
                    of: q, at: place, shared.filter { $0.polygon == q }.map(\.edge))
                covered.south = covered.south || other.south
                covered.north = covered.north || other.north
                let isOverlap = (own.south && other.south) || (own.north && other.north)
                if isOverlap || (own.south && other.north) || (own.north && other.south) {
                    contacts.append(contact(isOverlap ? .overlap : .touch, p, q, place))
                }
            }
        }
        var isInside = false
        for q in polygons(about: place)
        where q != p && !shared.contains(where: { $0.polygon == q })
            && sheets[q].isWellInside(place)
        {
            contacts.append(contact(.overlap, p, q, place))
            isInside = true
        }
        // Of edges that run over the same places the first one counts.
        return !isInside && !(covered.south && covered.north)
            && !shared.contains { ($0.polygon, $0.edge) < (p, e) }
    }

    private func contact(
        _ kind: PolygonGeometry.Contact.Kind, _ p: Int, _ q: Int, _ place: Coordinate
    ) -> PolygonGeometry.Contact {
        PolygonGeometry.Contact(kind: kind, first: min(p, q), second: max(p, q), place: place)
    }

    /// On which sides of a stretch a polygon lies whose edges run over it: the south and the north,
    /// of stretches along a meridian the east and the west.
    private func sides(
        of polygon: Int, at place: Coordinate, _ edges: [Int]
    ) -> (south: Bool, north: Bool) {
        guard let south = sheets[polygon].isInside(southOf: place, without: edges) else {
            return (false, false)
        }
        return (south, Set(edges).count % 2 == 1 ? !south : south)
    }

    /// The polygons whose boxes hold a place.
    private func polygons(about place: Coordinate) -> Set<Int> {
        var found: Set<Int> = []
        for shift in [-360.0, 0, 360] {
            let point = SIMD2(place.longitude, place.latitude)
            tree.visit(DegreeBox(lower: point, upper: point).moved(by: shift)) {
                found.insert(order[$0])
            }
        }
        return found
    }
}
