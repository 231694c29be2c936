import Datums
import GeoJSONText
import Geodesy

/// Takes the coordinates of one line or zone to WGS 84, and remembers how far off they may be.
final class GivenSystem {
    let transform: DatumTransform
    /// How far off the positions may be that were taken to WGS 84 so far.
    private(set) var accuracy = Distance.zero
    /// The operations that gave them, each once.
    private var uses: [DatumUse] = []
    /// Whether there were any.
    private(set) var isUsed = false

    init(_ transform: DatumTransform) { self.transform = transform }

    var system: ReferenceSystem { transform.system }

    /// The place on WGS 84 of a longitude or easting, and a latitude or northing.
    func place(x: Double, y: Double) throws(DatumError) -> Coordinate {
        let found = try transform.place(x: x, y: y)
        isUsed = true
        if !system.isWGS84, let use = found.use {
            accuracy = max(accuracy, use.accuracy)
            if uses.last != use, !uses.contains(use) { uses.append(use) }
        }
        return found.position
    }

    /// The same for the positions of a GeoJSON file.
    var positions: ForeignPositions {
        ForeignPositions(
            label: system.label, code: system.code, isWGS84: system.isWGS84 && system.isInDegrees
        ) { x, y throws(ForeignPositions.Fault) in
            do throws(DatumError) {
                return try self.place(x: x, y: y)
            } catch {
                throw ForeignPositions.Fault(sentence: AgreementReader.inFile(error))
            }
        }
    }

    /// What was done, for the line or zone at such a place of the agreement.
    func written(at path: [String]) -> WrittenSystem {
        WrittenSystem(path: path, system: system, uses: uses, accuracy: accuracy)
    }
}
