import Geodesy
import LineSearch
import Zones

/// The sources of a plan in the form from which cells are decided.
struct GridSources: Sendable {
    /// A line, or the border of an area.
    final class Line: Sendable {
        let locator: LineLocator
        let chords: LineChords
        let thresholds: Thresholds
        /// Whether outcomes tell sides and ends.
        let hasSides: Bool
        /// Whether zones ask for sides or ends anywhere.
        let asksSides: Bool
        /// How far from the line verdicts tell its side, in metres: to the farthest limit.
        let toldReach: Double
        /// The line's accuracy in metres.
        let accuracy: Double
        /// How far beyond the nearest place others decide which sides are possible, in metres;
        /// negative infinity where only the nearest does.
        let sideDoubt: Double
        /// Per number of thresholds below a distance whether sides or ends decide there.
        let sidesMatter: [Bool]
        /// Per threshold the squares of least chords below which the distance is certainly below it,
        /// and above which it is above it.
        let chordLimits: [ChordLimits]

        init(
            _ locator: LineLocator, _ chords: LineChords, _ thresholds: Thresholds,
            hasSides: Bool, asksSides: Bool = false, toldReach: Double = -.infinity,
            accuracy: Double = 0, sideDoubt: Double = -.infinity, sidesMatter: [Bool]
        ) {
            self.asksSides = asksSides
            self.toldReach = toldReach
            self.sidesMatter = sidesMatter
            self.locator = locator
            self.chords = chords
            self.thresholds = thresholds
            self.hasSides = hasSides
            self.accuracy = accuracy
            self.sideDoubt = sideDoubt
            chordLimits = thresholds.values.map { chords.squaredChords(around: $0) }
        }

        /// The line made ready for nearest places, with at most `2^bits` cells; takes time.
        func fast(bits: Int) -> FastLine {
            FastLine(locator, chords, reach: thresholds.values.last ?? 0, bits: bits)
        }
    }

    final class Point: Sendable {
        let centre: Coordinate
        let place: GlobePoint
        let thresholds: Thresholds
        /// The point's accuracy in metres.
        let accuracy: Double

        init(_ point: PointSource, _ thresholds: Thresholds) {
            (centre, accuracy) = (point.centre, point.accuracy)
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

    init(_ model: ZoneModel) {
        lines = Array(repeating: nil, count: model.sources.count)
        points = Array(repeating: nil, count: model.sources.count)
        polygonsOfArea = Array(repeating: 0..<0, count: model.sources.count)
        for (number, source) in model.sources.enumerated() {
            var own = GlobeExtent()
            switch source {
            case .line(let line): add(line, model, number, &own)
            case .point(let point): add(point, model, number, &own)
            case .area(let locator): add(locator, model, number, &own)
            case .pair: break
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

    /// The accuracy in metres of a line, border or point.
    func accuracy(of source: Int) -> Double {
        lines[source]?.accuracy ?? points[source]?.accuracy ?? 0
    }

    /// The thresholds of a line, border or point.
    func thresholds(of source: Int) -> Thresholds? {
        lines[source]?.thresholds ?? points[source]?.thresholds
    }

    /// What is measured of a line or point are distances as given: its conditions change where these are so
    /// far from a threshold as the line may be off.
    private mutating func add(
        _ line: LineSource, _ model: ZoneModel, _ number: Int, _ extent: inout GlobeExtent
    ) {
        let toldReach = model.reach[number]
        let changes = model.thresholds[number].values
        let thresholds = Self.distances(
            changes.map { $0 - line.accuracy } + changes.map { $0 + line.accuracy }
                + [toldReach, toldReach + line.accuracy])
        let asks = model.conditionsOfSource[number].contains {
            guard case .line(let left, let right, let ends) = model.conditions[$0] else {
                return false
            }
            return left != right || ends == .flat
        }
        let chords = LineChords(line.locator)
        if let last = thresholds.values.last { extent.formUnion(chords.extent(reach: last)) }
        lines[number] = Line(
            line.locator, chords, thresholds, hasSides: line.number != nil || asks,
            asksSides: asks, toldReach: toldReach, accuracy: line.accuracy,
            sideDoubt: asks && line.accuracy > 0 ? 2 * line.accuracy * 1.02 : -.infinity,
            sidesMatter: thresholds.intervals.map { k in
                let distance = thresholds.distance(between: k)
                if distance - line.accuracy > toldReach { return false }
                let wanted = model.wanted(
                    ofLine: number, from: distance - line.accuracy, to: distance + line.accuracy)
                return wanted.sides || wanted.ends
            })
    }

    private mutating func add(
        _ point: PointSource, _ model: ZoneModel, _ number: Int, _ extent: inout GlobeExtent
    ) {
        let changes = model.thresholds[number].values
        let thresholds = Self.distances(
            changes.map { $0 - point.accuracy } + changes.map { $0 + point.accuracy })
        points[number] = Point(point, thresholds)
        extent.add(
            longitude: point.centre.longitude, latitude: point.centre.latitude,
            reach: (thresholds.values.last ?? 0) + 10)
    }

    private mutating func add(
        _ locator: AreaLocator, _ model: ZoneModel, _ number: Int, _ extent: inout GlobeExtent
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
        guard model.asksBorder(ofArea: number) || locator.accuracy > 0,
            let border = locator.border
        else { return }
        let changes = model.thresholds[number].values
        let thresholds = Thresholds(
            (changes.map { $0 - locator.accuracy } + changes.map { $0 + locator.accuracy }).map(
                \.magnitude))
        let chords = LineChords(border)
        extent.formUnion(chords.extent(reach: thresholds.values.last ?? 0))
        lines[number] = Line(
            border, chords, thresholds, hasSides: false, accuracy: locator.accuracy,
            sidesMatter: thresholds.intervals.map { _ in false })
    }

    /// The thresholds that distances, which are never negative, may pass.
    private static func distances(_ values: [Double]) -> Thresholds {
        Thresholds(values.filter { $0 >= 0 })
    }
}
