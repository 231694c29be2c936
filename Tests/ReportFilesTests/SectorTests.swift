import Foundation
import Geodesy
import TestSupport
import Testing

@testable import ReportFiles
@testable import Zones

/// Directions and distances from a place, and the region that holds what may be meant.
@Suite struct SectorTests {
    /// A case of `scripts/oracle/sectors`.
    struct Case: CustomTestStringConvertible, Sendable {
        let place: Disc
        let sector: CompassSector
        /// No disc that holds the sample has a smaller radius, save for the search of its middle.
        let leastRadius: Distance
        var places: [Coordinate] = []
        var testDescription: String { "\(place.centre) \(place.radius) \(sector)" }
    }

    private static let cases: [Case] = {
        var cases: [Case] = []
        let text =
            (try? String(contentsOfFile: Fixtures.path("profiles/sectors.csv"), encoding: .utf8))
        for line in (text ?? "").split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            let numbers = cells.dropFirst().map { Double($0) ?? .nan }
            let position = Coordinate(longitude: numbers[0], latitude: numbers[1])
            if cells[0] == "place" {
                cases[cases.count - 1].places.append(position)
            } else {
                cases.append(
                    Case(
                        place: Disc(centre: position, radius: .metres(numbers[2])),
                        sector: CompassSector(
                            point: CompassPoint(number: Int(numbers[3])),
                            nearest: .metres(numbers[4]), farthest: .metres(numbers[5])),
                        leastRadius: .metres(numbers[6])))
            }
        }
        return cases
    }()

    /// How far a place is from a sector in the plane of directions and distances from its observer, in which no
    /// length is less than on the ellipsoid; directions and distances are GeographicLib's.
    private func distance(of place: Coordinate, from region: SeenRegion) throws -> Double {
        guard case .sector(let observer, let azimuths, let distances) = region.footprint.form else {
            Issue.record("\(region) is no sector")
            return .infinity
        }
        let (distance, azimuth, _) = Exact.inverse(observer, place)
        let middle = (azimuths.lowerBound + azimuths.upperBound) / 2
        let half = (azimuths.upperBound - azimuths.lowerBound) / 2
        let turn = (azimuth - middle).remainder(dividingBy: 360).magnitude
        if turn <= half {
            return max(distances.lowerBound - distance, distance - distances.upperBound, 0)
        }
        // The nearest place lies on the edge on this side.
        let angle = (turn - half) * .pi / 180
        let (along, across) = (distance * cos(angle), distance * sin(angle))
        let nearest = min(max(along, distances.lowerBound), distances.upperBound)
        return ((along - nearest) * (along - nearest) + across * across).squareRoot()
    }

    @Test(
        "The region holds every place that an observer anywhere in the place may mean",
        arguments: cases)
    func holds(_ example: Case) throws {
        let region = try #require(example.sector.region(from: example.place))
        #expect(example.places.count > 3)
        for place in example.places {
            let distance = try distance(of: place, from: region)
            #expect(
                // The fixture's digits hold a tenth of a millimetre.
                distance <= region.beyond.metres + 2e-4,
                "\(place) is \(distance) m off, \(region.beyond)")
            #expect(
                Exact.distance(region.disc.centre, place) <= region.disc.radius.metres + 2e-4)
        }
    }

    @Test("It is no larger than it must be", arguments: cases)
    func tight(_ example: Case) throws {
        let region = try #require(example.sector.region(from: example.place))
        guard case .sector(let observer, let azimuths, let distances) = region.footprint.form else {
            Issue.record("\(region) is no sector")
            return
        }
        #expect(observer == example.place.centre)
        #expect(
            distances == example.sector.nearest.metres...example.sector.farthest.metres)
        #expect(region.beyond >= example.place.radius)
        #expect(
            region.beyond <= example.place.radius * (2.0.squareRoot() * 1.002) + .metres(0.01))
        #expect(region.disc.radius >= example.leastRadius * 0.98)
        // Meridians converge so much near a pole that more directions may be meant.
        guard let point = example.sector.point, observer.latitude.magnitude < 80 else { return }
        let half = (azimuths.upperBound - azimuths.lowerBound) / 2
        // Meridians that are r apart converge by about r / N tan(latitude).
        let apart = example.place.radius.metres / 6.3e6
        let turn = apart * tan(observer.latitude.magnitude * .pi / 180 + apart) * 180 / .pi
        #expect(half >= 11.25 && half <= 11.25 + turn * 1.05)
        #expect(example.place.radius > .zero || half == 11.25)
        #expect(
            ((azimuths.upperBound + azimuths.lowerBound) / 2 - point.azimuth.degrees).magnitude
                < 1e-9)
    }

    @Test("All cases were read")
    func count() { #expect(Self.cases.count == 24) }

    @Test("What is not known leaves no region, or a whole ring")
    func unknown() throws {
        let centre = Coordinate(longitude: 37.8, latitude: 48)
        let sector = CompassSector(
            point: CompassPoint("NW"), nearest: .metres(5500), farthest: .metres(6500))
        #expect(sector.region(from: Disc(centre: centre, radius: .metres(.nan))) == nil)
        #expect(sector.region(from: Disc(centre: centre, radius: .kilometres(494))) == nil)
        let ring = CompassSector(point: nil, nearest: .metres(5500), farthest: .metres(6500))
        let around = try #require(ring.region(from: Disc(centre: centre, radius: .metres(1000))))
        #expect(
            around.position == centre && around.footprint.enclosingCircle.radius == .metres(6500))
        #expect((around.beyond - .metres(1000)).metres.magnitude < 0.02)
        // At a pole directions mean nothing.
        let pole = Disc(centre: Coordinate(longitude: 0, latitude: 89.9), radius: .metres(1000))
        let wide = try #require(sector.region(from: pole))
        #expect(wide.footprint.enclosingCircle.radius == .metres(6500))
        #expect(wide.position == pole.centre)
        // An observer whose place is exact sees the sector as it is.
        let exact = try #require(sector.region(from: Disc(centre: centre, radius: .zero)))
        #expect(exact.beyond == .zero)
        #expect(
            exact.footprint
                == (try .sector(
                    from: centre, bearing: Azimuth(degrees: 315), eitherWay: Angle(degrees: 11.25),
                    nearest: .metres(5500), farthest: .metres(6500))))
    }

    @Test(
        "Points of the compass in letters and words",
        arguments: [
            ("N", 0), ("nne", 1), ("N.E.", 2), ("East-north-east", 3), ("east", 4), ("ESE", 5),
            ("south east", 6), ("south-southeast", 7), ("S", 8), ("SSW", 9), ("South-West", 10),
            ("west-south-west", 11), ("w", 12), ("WNW", 13), ("northwest", 14), ("NNW", 15),
            ("Пн", 0), ("ПнСх", 2), ("Сх", 4), ("пд-сх", 6), ("Пд", 8), ("ПдЗх", 10), ("Зх", 12),
            ("ПнПнЗх", 15), ("С", 0), ("ССВ", 1), ("В", 4), ("ЮВ", 6), ("ЮЮЗ", 9), ("З", 12),
            ("СЗ", 14),
        ])
    func points(_ text: String, _ number: Int) {
        #expect(CompassPoint(text)?.number == number)
        #expect(CompassPoint(text)?.azimuth == Azimuth(degrees: Double(number) * 22.5))
    }

    @Test(
        "Other words are no points of it",
        arguments: [
            "", "NS", "NO", "O", "NNN", "WN", "northern", "NW of Donetsk", "315", "EW", "СС", "NСВ",
        ])
    func noPoints(_ text: String) { #expect(CompassPoint(text) == nil) }

    @Test(
        "A distance is as exact as it is written",
        arguments: [
            (["6km NW"], 14, 5500, 6500), (["6 km north-west"], 14, 5500, 6500),
            (["NW, 6 km"], 14, 5500, 6500), (["NW-6 km"], 14, 5500, 6500),
            (["NW - 6 km"], 14, 5500, 6500), (["7-10km NNE"], 1, 7000, 10_000),
            (["7 – 10 km (NNE)"], 1, 7000, 10_000), (["6 km NW of"], 14, 5500, 6500),
            (["7-10 km north-west"], 14, 7000, 10_000), (["0.5-1.5km", "S"], 8, 500, 1500),
            (["1,5km", "S"], 8, 1450, 1550), (["0.5km E"], 4, 450, 550),
            (["10km W"], 12, 9500, 10_500),
            (["500m E"], 4, 450, 550), (["200-300m E"], 4, 200, 300), (["1250 m E"], 4, 1245, 1255),
            (["500m-1km E"], 4, 500, 1000), (["0.4km E"], 4, 350, 450), (["0 m E"], 4, 0, 0.5),
            (["6 км ПнЗх"], 14, 5500, 6500), (["2-3 км", "ССЗ"], 15, 2000, 3000),
            (["3km"], -1, 2500, 3500), (["3km", "N/K"], -1, 2500, 3500),
            (["3km n/k"], -1, 2500, 3500),
        ] as [([String], Int, Double, Double)])
    func lengths(_ texts: [String], _ point: Int, _ least: Double, _ most: Double) throws {
        guard case .sector(let sector) = SectorText(texts) else {
            Issue.record("\(texts) is \(SectorText(texts))")
            return
        }
        #expect(sector.point?.number == (point < 0 ? nil : point))
        #expect((sector.nearest.metres - least).magnitude < 1e-6)
        #expect((sector.farthest.metres - most).magnitude < 1e-6)
    }

    @Test("Numbers without a unit count what the profile says")
    func units() {
        #expect(SectorText(["6", "NW"]) == .unreadable)
        #expect(SectorText(["6", "NW"], unit: .kilometres(1)) == SectorText(["6km NW"]))
        #expect(SectorText(["6 NW"], unit: .kilometres(1)) == SectorText(["6km NW"]))
        #expect(SectorText(["6-7", "NW"], unit: .kilometres(1)) == SectorText(["6-7km NW"]))
        #expect(SectorText(["600 m", "NW"], unit: .kilometres(1)) == SectorText(["600m NW"]))
    }

    @Test(
        "Who could not tell says nothing",
        arguments: [
            ["N/K"], [""], ["  "], ["-"], ["—"], ["N/K", "NW"], ["", "NW"], ["NW"],
            ["Undetermined"],
        ])
    func unknown(_ texts: [String]) { #expect(SectorText(texts) == .unknown) }

    @Test(
        "Anything else is not guessed",
        arguments: [
            ["<1km NW"], ["up to 3km NW"], ["6km NW of Donetsk"], ["10-7km NW"], ["6km NO"],
            ["6 NW"],
            ["6km 7km NW"], ["1,500km NW"], ["6 miles-ish NW"], ["6km NW SE"], ["six km NW"],
            ["-6km NW?"], ["-6 km NW"], ["NW", "-6 km"], ["NW −6 km"], ["- 6 km NW"], ["6kmNWW"],
            ["6..7km N"], ["6e3 m N"], ["6km", "4", "NW"],
        ])
    func unreadable(_ texts: [String]) { #expect(SectorText(texts) == .unreadable) }
}
