import Geodesy
import TestSupport
import PlanarGeometry
import Testing

@Suite struct PlanarShapeTests {
    @Test func aSquareIsValidAndABowTieIsNot() throws {
        let context = GEOSContext()
        #expect(try PlanarShape(polygons: [[.box(0, 0, 1, 1)]], context).invalidity() == nil)
        let bow = [[Coordinate].vertices([(0, 0), (1, 1), (1, 0), (0, 1), (0, 0)])]
        let reason = try PlanarShape(polygons: [bow], context).invalidity()
        #expect(reason?.hasPrefix("Self-intersection") == true)
    }

    @Test func aRingThatIsNotClosedIsRefusedWithTheLibrarysWords() {
        let open = [[Coordinate].vertices([(0, 0), (1, 1), (1, 0), (0, 1)])]
        #expect(throws: GEOSError.self) {
            try PlanarShape(polygons: [open], GEOSContext()).invalidity()
        }
    }

    @Test func differenceLeavesAHoleWoundWithTheClock() throws {
        let context = GEOSContext()
        let outer = try PlanarShape(polygons: [[.box(0, 0, 3, 3)]], context)
        let inner = try PlanarShape(polygons: [[.box(1, 1, 2, 2)]], context)
        let polygons = try outer.difference(inner).polygons()
        #expect(polygons.count == 1)
        #expect(polygons[0].count == 2)
        #expect(twiceArea(polygons[0][0]) == 18)
        #expect(twiceArea(polygons[0][1]) == -2)
    }

    @Test func intersectionOfOverlappingSquaresIsTheirCommonSquare() throws {
        let context = GEOSContext()
        let a = try PlanarShape(polygons: [[.box(0, 0, 2, 2)]], context)
        let b = try PlanarShape(polygons: [[.box(1, 1, 3, 3)]], context)
        let polygons = try a.intersection(b).polygons()
        #expect(polygons.map { twiceArea($0[0]) } == [2])
    }

    @Test func crossingLinesMakeFacesThatUniteAgain() throws {
        let context = GEOSContext()
        let frame = [Coordinate].box(0, 0, 2, 2)
        let lines = try PlanarShape(
            chains: [frame, .vertices([(1, -1), (1, 3)]), .vertices([(-1, 1), (3, 1)])], context)
        let faces = try lines.unaryUnion().polygonized().polygons()
        #expect(faces.count == 4)
        #expect(faces.allSatisfy { twiceArea($0[0]) == 2 })
        let whole = try PlanarShape(collecting: faces, context).coverageUnion().polygons()
        #expect(whole.map { twiceArea($0[0]) } == [8])
        let crossings = try PlanarShape.crossings(
            of: [.vertices([(1, -1), (1, 3)]), .vertices([(-1, 1), (3, 1)])], context)
        #expect(crossings == .vertices([(1, 1)]))
    }

    @Test func aPreparedShapeCoversItsBorder() throws {
        let context = GEOSContext()
        let shape = try PlanarShape(polygons: [[.box(0, 0, 1, 1)]], context)
        let prepared = try shape.prepared()
        #expect(try prepared.covers(Coordinate(longitude: 1, latitude: 0.5)))
        #expect(try prepared.covers(Coordinate(longitude: 0.5, latitude: 0.5)))
        #expect(try !prepared.covers(Coordinate(longitude: 1.0000001, latitude: 0.5)))
    }

    @Test func aBufferOfASegmentIsAStadium() throws {
        let segment = try PlanarShape(chains: [.vertices([(0, 0), (2, 0)])], GEOSContext())
        let polygons = try segment.planarBuffer(by: 1, quadrantSegments: 64).polygons()
        let area = twiceArea(polygons[0][0]) / 2
        #expect((area - (4 + Double.pi)).magnitude < 1e-3)
    }

    private func twiceArea(_ ring: [Coordinate]) -> Double {
        zip(ring, ring.dropFirst()).reduce(0) {
            $0 + $1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude
        }
    }
}
