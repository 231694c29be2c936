import Foundation
import Geodesy
import TestSupport
import Testing

/// Membership against exact rational arithmetic; `scripts/oracle/contains.py` wrote the answers.
@Suite struct PolygonContainsTests {
    struct Stored: Sendable, CustomTestStringConvertible {
        var name: String
        var polygons: [[[Coordinate]]] = [[]]
        var answers: [(position: Coordinate, inside: Bool)] = []
        var testDescription: String { name }
    }

    static let areas: [Stored] = {
        let path = Fixtures.path("geodesy/contains.txt")
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        var all: [Stored] = []
        for line in text.split(separator: "\n") {
            let numbers = line.split(separator: " ").dropFirst().compactMap { Double($0) }
            let last = all.count - 1
            switch line.first {
            case "P": all.append(Stored(name: String(line.dropFirst(2))))
            case ",": all[last].polygons.append([])
            case "R":
                let ring = stride(from: 0, to: numbers.count, by: 2).map {
                    Coordinate(longitude: numbers[$0], latitude: numbers[$0 + 1])
                }
                all[last].polygons[all[last].polygons.count - 1].append(ring)
            default:
                let position = Coordinate(longitude: numbers[0], latitude: numbers[1])
                all[last].answers.append((position, numbers[2] == 1))
            }
        }
        return all
    }()

    @Test func `The fixture is there`() {
        #expect(Self.areas.count > 25)
        #expect(Self.areas.reduce(0) { $0 + $1.answers.count } > 1800)
    }

    @Test("Positions inside, outside, on edges and one ulp beside", arguments: Self.areas)
    func membership(_ area: Stored) throws {
        let polygon = try PolygonGeometry(polygons: area.polygons)
        for (position, inside) in area.answers {
            #expect(polygon.contains(position) == inside, "\(position)")
        }
    }

    @Test func `NaN is outside`() throws {
        let area = try PolygonGeometry(polygons: Self.areas[0].polygons)
        #expect(!area.contains(Coordinate(longitude: .nan, latitude: 1)))
    }
}
