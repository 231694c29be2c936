public import Geodesy

/// An area with positions and whether they are in it, by exact rational arithmetic; written by
/// `scripts/oracle/contains.py`.
public struct StoredArea: Sendable, CustomStringConvertible {
    /// What is hard about it.
    public var name: String
    /// Its rings.
    public var polygons: [[[Coordinate]]] = [[]]
    /// Positions, and whether each is in the area.
    public var answers: [(position: Coordinate, inside: Bool)] = []

    /// The name.
    public var description: String { name }

    /// All areas of the fixture.
    public static let all: [StoredArea] = {
        let text = (try? Fixtures.text("geodesy/contains.txt")) ?? ""
        var all: [StoredArea] = []
        for line in text.split(separator: "\n") {
            let numbers = line.split(separator: " ").dropFirst().compactMap { Double($0) }
            let last = all.count - 1
            switch line.first {
            case "P": all.append(StoredArea(name: String(line.dropFirst(2))))
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
}
