import Geodesy
import ReportFiles
import TestSupport
import Testing

@testable import DemarcationReport

/// The parts of a map: paths, graticule, cells, scale.
@Suite struct MapPartTests {
    @Test("Paths are written in steps, without what nobody can see")
    func paths() {
        let text = PathText(decimals: 1)
        let straight = [MapPoint(0, 0), MapPoint(1, 0.01), MapPoint(2, 0)]
        #expect(text.chains([straight]) == "M0 0l2 0")
        let corner = [MapPoint(0.25, -1), MapPoint(10, 0), MapPoint(9.5, 5)]
        #expect(text.rings([corner]) == "M.3 -1l9.7 1l-.5 5l-9.2-6Z")
        #expect(text.chains([[MapPoint(1, 1), MapPoint(1, 1)]]) == "M1 1L1.1 1")
        #expect(text.chains([[]]) == "" && text.rings([]) == "")
        #expect(PathText(decimals: 2).number(-105) == "-1.05")
        #expect(PathText(decimals: 1).number(-5) == "-.5")
        #expect(text.chains([[MapPoint(.nan, 1), MapPoint(1e300, 0)]]) == "")
    }

    @Test("Simplifying leaves a chain by no more than it may")
    func simplifying() {
        var random = SeededGenerator(seed: 3)
        var chain = [MapPoint(0, 0)]
        for k in 1..<400 {
            chain.append(
                MapPoint(Double(k), chain[k - 1].y + Double.random(in: -0.2...0.2, using: &random)))
        }
        let short = PathText(tolerance: 0.5).simplified(chain)
        #expect(short.count < chain.count / 2)
        for point in chain {
            let nearest = zip(short, short.dropFirst()).map { point.distance(from: $0, to: $1) }
                .min()
            #expect((nearest ?? 1) <= 0.5)
        }
    }

    @Test("The graticule has a sensible step, labels at the frame, and all meridians about a pole")
    func graticule() {
        func frame(_ reach: Double) -> MapFrame {
            MapFrame(
                about: [MapPoint(-reach, -reach), MapPoint(reach, reach)], left: 0, top: 0,
                width: 800, height: 800)
        }
        let words = ReportWords.english
        let degree = AzimuthalProjection(centre: Coordinate(longitude: 180, latitude: 45))
        let wide = Graticule(degree, frame(200_000))
        let labels = wide.lines.filter { $0.label != nil }.map { wide.text($0, words) }
        #expect(labels.contains("180°") && labels.contains("179°W") && labels.contains("45°N"))
        let narrow = Graticule(degree, frame(1000))
        #expect(narrow.step == 20.0 / 3600 || narrow.step == 10.0 / 3600)
        #expect(narrow.lines.count < 25)
        let pole = Graticule(
            AzimuthalProjection(centre: Coordinate(longitude: 0, latitude: 89.5)), frame(200_000))
        let meridians = pole.lines.filter(\.isMeridian)
        #expect(meridians.count == 12)
        #expect(Set(meridians.map(\.degrees)).count == 12)
    }

    @Test("A scale bar is 1, 2 or 5 times a power of ten")
    func scale() {
        for (metres, round) in [(1.0, 1.0), (7.2, 5), (49_999, 20_000), (0.3, 0.2), (1e6, 1e6)] {
            #expect((FrameDrawing.round(metres) - round).magnitude < 1e-9)
        }
    }

    @Test("Cells hold every finding once, in hexagons no farther than their corners")
    func cells() {
        let projection = AzimuthalProjection(centre: Coordinate(longitude: 10, latitude: 50))
        var findings = MapFindings(projection)
        var random = SeededGenerator(seed: 5)
        for k in 0..<5000 {
            var finding = ShownFinding()
            finding.finding = ["compliant", "apparent_breach", "undeterminable"][k % 3]
            finding.position = Coordinate(
                longitude: Double.random(in: 9...11, using: &random),
                latitude: Double.random(in: 49...51, using: &random))
            findings.add(finding)
        }
        let frame = MapFrame(
            about: [MapPoint(-50_000, -50_000), MapPoint(50_000, 50_000)], left: 0, top: 0,
            width: 500, height: 500)
        let cells = DensityCells(findings, frame)
        #expect(cells.cells.reduce(0) { $0 + $1.total } + cells.outside == 5000)
        #expect(cells.cells.allSatisfy { $0.breaches + $0.open <= $0.total && $0.total > 0 })
        #expect(cells.outside > 1000 && cells.cells.count > 500)
        #expect(
            [1, 9, 10, 99, 100, 1000, 1_000_000].map(DensityCells.step) == [0, 0, 1, 1, 2, 3, 4])
    }

    @Test("A place within rings is told from one in a hole")
    func inner() {
        func square(_ size: Double) -> [MapPoint] {
            [(-1, -1), (1, -1), (1, 1), (-1, 1)].map { MapPoint($0.0 * size, $0.1 * size) }
        }
        let rings = [square(10), square(5)]
        #expect(InnerPlaces.contains(rings, MapPoint(7, 0)))
        #expect(!InnerPlaces.contains(rings, MapPoint(2, 1)))
        #expect(!InnerPlaces.contains(rings, MapPoint(11, 0)))
    }
}
