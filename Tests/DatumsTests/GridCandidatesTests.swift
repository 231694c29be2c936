import Datums
import Geodesy
import Testing

/// Places on SK-42 and WGS 84 are those of pyproj 3.7.2.
@Suite struct GridCandidatesTests {
    private static func find(
        _ numbers: [(x: Double, y: Double)], _ west: Double, _ south: Double, _ east: Double,
        _ north: Double
    ) -> [GridCandidates.Candidate] {
        GridCandidates.find(
            numbers,
            near: GridCandidates.Box(
                southWest: Coordinate(longitude: west, latitude: south),
                northEast: Coordinate(longitude: east, latitude: north)))
    }

    @Test func zoneInTheEastingNamesTheZone() {
        // 38.0, 48.3 in zone 7; as zone 6, whose eastings begin with 6, nothing fits.
        let seven = Self.find([(7_425_838, 5_351_700), (7_430_000, 5_352_000)], 37, 48, 39, 49)
        #expect(seven.first?.code == "EPSG:28407")
        #expect(seven.first?.name == "Pulkovo 1942 / Gauss-Kruger zone 7")
        #expect(seven.first?.distance == .zero)
        #expect(seven.count == 3 && seven.allSatisfy { $0.name.contains("zone 7") })
        #expect(seven.contains { $0.name.hasPrefix("UCS-2000") })
        #expect(Self.find([(6_425_838, 5_351_700)], 37, 48, 39, 49).isEmpty == false)
        #expect(
            Self.find([(6_425_838, 5_351_700)], 31, 48, 33, 49).first?.code == "EPSG:28406")
    }

    @Test func withoutAZoneTheZoneOfTheAreaFits() {
        let found = Self.find([(425_406.68, 5_316_817.57)], 37, 47, 39, 49)
        #expect(found.first?.code == "EPSG:32637")
        #expect(found.contains { $0.name.hasPrefix("Pulkovo 1942 / ") && $0.name.contains("39E") })
        // The same numbers in the next area are of the next zone.
        #expect(Self.find([(425_406.68, 5_316_817.57)], 31, 47, 33, 49).first?.code == "EPSG:32636")
    }

    @Test func exchangedNumbersAreToldAsSuch() {
        let found = Self.find([(5_351_700, 7_425_838)], 37, 48, 39, 49)
        #expect(found.first?.code == "EPSG:28407")
        #expect(found.allSatisfy { $0.isExchanged })
        let plain = Self.find([(7_425_838, 5_351_700)], 37, 48, 39, 49)
        #expect(plain.allSatisfy { !$0.isExchanged })
    }

    @Test func distancesAreToTheArea() throws {
        // A degree of latitude at 48.3 is 111.2 km.
        let found = try #require(
            Self.find([(7_425_838, 5_351_700)], 37, 46, 39, 47.3).first { $0.code == "EPSG:28407" })
        #expect((found.distance.value(in: .kilometre) - 110.5).magnitude < 1)
        #expect(Self.find([(7_425_838, 5_351_700)], 37, 43, 39, 45).isEmpty)
    }

    @Test func oneStrayNumberDoesNotHideTheGrid() {
        let numbers = [(7_425_838.0, 5_351_700.0), (1, 1), (7_430_000, 5_352_000)]
        #expect(Self.find(numbers, 37, 48, 39, 49).first?.code == "EPSG:28407")
    }

    @Test(arguments: [
        (Double.nan, 1.0), (.infinity, -.infinity), (1e300, 1e300), (100, 900_000), (-5e6, -5e6),
    ])
    func numbersOfNoGridGiveNone(_ x: Double, _ y: Double) {
        #expect(Self.find([(x, y)], 37, 48, 39, 49).isEmpty)
        #expect(Self.find([(x, y)], 0, -90, 0, 90).allSatisfy { $0.distance.isLength })
        #expect(Self.find([], 37, 48, 39, 49).isEmpty)
    }

    @Test func areasAtTheEdgesOfTheMapAreNoTrap() {
        for (west, south, east, north) in [
            (-180.0, -90.0, 180.0, 90.0), (179.9, 60, 180, 70), (0, 89.9, 1, 90),
            (.infinity, .infinity, -.infinity, -.infinity),
        ] {
            _ = Self.find([(425_838, 5_351_700)], west, south, east, north)
        }
    }
}
