import Geodesy
import LineSearch

/// The sources of a plan in the form from which cells are decided.
struct GridSources: Sendable {
    /// A line, or the border of an area.
    final class Line: Sendable {
        let locator: LineLocator
        let chords: LineChords
        let thresholds: Thresholds
        /// Whether outcomes tell sides and ends.
        let hasSides: Bool
        /// The line's accuracy in metres.
        let accuracy: Double
        /// How far beyond the nearest place others decide which sides are possible, in metres;
        /// negative infinity where only the nearest does.
        let margin: Double
        /// Per number of thresholds below a distance whether sides or ends decide there.
        let sidesMatter: [Bool]
        /// Per threshold the squares of least chords below which the distance is certainly below it,
        /// and above which it is above it.
        let chordLimits: [ChordLimits]

        init(
            _ locator: LineLocator, _ chords: LineChords, _ thresholds: Thresholds,
            hasSides: Bool, accuracy: Double, margin: Double, sidesMatter: [Bool]
        ) {
            self.sidesMatter = sidesMatter
            self.locator = locator
            self.chords = chords
            self.thresholds = thresholds
            self.hasSides = hasSides
            self.accuracy = accuracy
            self.margin = margin
            chordLimits = thresholds.values.map { chords.squaredChords(around: $0) }
        }

        /// The line made ready for nearest places, with at most `2^bits` cells; takes time.
        func quick(bits: Int) -> QuickLine {
            QuickLine(locator, chords, reach: thresholds.values.last ?? 0, bits: bits)
        }
    }

    final class Point: Sendable {
        let centre: Coordinate
        let place: GlobePoint
        let thresholds: Thresholds

        init(_ centre: Coordinate, _ thresholds: Thresholds) {
            self.centre = centre
            place = GlobePoint(centre)
            self.thresholds = thresholds
        }
    }

    /// Lines by the number of their source in the terms; borders by that of the area.
    private(set) var lines: [Line?]
    private(set) var points: [Point?]
    /// Per area the numbers of its polygons.
    private(set) var polygonsOfArea: [Range<Int>]
    /// Per polygon the area that it belongs to.
    private(set) var areaOfPolygon: [Int] = []
    private(set) var edges: [PolygonEdge] = []
    /// What positions in question can be.
    private(set) var extent = GlobeExtent()
    /// The same by source.
    private var boxes: [GlobeBox] = []

    init(_ terms: ZoneTerms) {
        lines = Array(repeating: nil, count: terms.sources.count)
        points = Array(repeating: nil, count: terms.sources.count)
        polygonsOfArea = Array(repeating: 0..<0, count: terms.sources.count)
        for (number, source) in terms.sources.enumerated() {
            let atoms = terms.atomsOfSource[number].map { terms.atoms[$0] }
            var own = GlobeExtent()
            switch source {
            case .line(let line): add(line, atoms, number, &own)
            case .point(let centre): add(centre, atoms, number, &own)
            case .area(let locator): add(locator, atoms, number, terms.usesBorder[number], &own)
            }
            boxes.append(GlobeBox(own))
            extent.formUnion(own)
        }
    }

    /// Whether everything within a distance in metres of a position is beyond all thresholds of a
    /// source and outside it; when in doubt, not.
    func isFar(_ position: Coordinate, from source: Int, beyond metres: Double) -> Bool {
        boxes[source].isFar(position, beyond: metres)
    }

    /// Whether what may be off can be told to be on both sides of a threshold by distances alone: of
    /// areas it takes more.
    func isMeasuredAlone(_ source: Int) -> Bool {
        points[source] != nil || (lines[source] != nil && polygonsOfArea[source].isEmpty)
    }

    /// The thresholds of a line, border or point.
    func thresholds(of source: Int) -> Thresholds? {
        lines[source]?.thresholds ?? points[source]?.thresholds
    }

    private mutating func add(
        _ line: LineSource, _ atoms: [ZoneAtom], _ number: Int, _ extent: inout GlobeExtent
    ) {
        var values = [line.toldReach]
        for case .line(_, let left, let right, _) in atoms {
            values += Thresholds.of(left, accuracy: line.accuracy)
            values += Thresholds.of(right, accuracy: line.accuracy)
        }
        let thresholds = Thresholds(values)
        let asks = line.reach.asksSides
        let chords = LineChords(line.locator)
        if let last = thresholds.values.last { extent.formUnion(chords.extent(reach: last)) }
        lines[number] = Line(
            line.locator, chords, thresholds, hasSides: line.number != nil || asks,
            accuracy: line.accuracy,
            margin: asks && line.accuracy > 0 ? 2 * line.accuracy * 1.02 : -.infinity,
            sidesMatter: thresholds.intervals.map { k in
                atoms.contains {
                    $0.asksSides(
                        UncertainOutcome(within: k), thresholds, accuracy: line.accuracy)
                }
            })
    }

    private mutating func add(
        _ centre: Coordinate, _ atoms: [ZoneAtom], _ number: Int, _ extent: inout GlobeExtent
    ) {
        var values: [Double] = []
        for case .point(_, let band) in atoms { values += Thresholds.of(band, accuracy: 0) }
        let thresholds = Thresholds(values)
        points[number] = Point(centre, thresholds)
        extent.add(
            longitude: centre.longitude, latitude: centre.latitude,
            reach: (thresholds.values.last ?? 0) + 10)
    }

    private mutating func add(
        _ locator: AreaLocator, _ atoms: [ZoneAtom], _ number: Int, _ usesBorder: Bool,
        _ extent: inout GlobeExtent
    ) {
        let first = areaOfPolygon.count
        for rings in locator.area.polygons {
            for ring in rings {
                PolygonEdge.append(
                    ring, polygon: Int32(areaOfPolygon.count), to: &edges, &extent)
            }
            areaOfPolygon.append(number)
        }
        polygonsOfArea[number] = first..<areaOfPolygon.count
        guard usesBorder, let border = locator.border else { return }
        var values: [Double] = []
        for case .aroundArea(_, let band) in atoms {
            for limit in Thresholds.of(band, accuracy: 0) { values += [limit, -limit] }
        }
        let thresholds = Thresholds(values)
        let chords = LineChords(border)
        extent.formUnion(chords.extent(reach: thresholds.values.last ?? 0))
        lines[number] = Line(
            border, chords, thresholds, hasSides: false, accuracy: 0,
            margin: -.infinity, sidesMatter: thresholds.intervals.map { _ in false })
    }
}
