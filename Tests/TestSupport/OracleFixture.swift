import Foundation
import Geodesy

/// The oracle's stored answers about one hard line with one kind of edge.
///
/// A file of little-endian numbers: the count of parts, then for each part the count of vertices
/// and their longitudes and latitudes; the count of answers, then the answers of 56 bytes each.
public struct OracleFixture {
    /// The line.
    public var line: LineGeometry
    /// The oracle's answers.
    public var answers: [OracleAnswer]

    /// The fixture of a line with one kind of edge.
    public static func name(_ line: HardLine, _ edges: EdgeKind) -> String {
        "geodesy/\(line.rawValue)-\(edges.rawValue).bin"
    }

    /// As many positions as the fixture holds for each line and kind of edge.
    public static let positionsPerLine = 2400

    /// Asks the oracle about positions near a line.
    public init(computing hard: HardLine, _ edges: EdgeKind, count: Int, seed: UInt64) throws {
        line = try hard.line(edges)
        let oracle = OracleLine(line)
        var positions = HardPositions(oracle, seed: seed)
        answers = (0..<count).map { oracle.nearest(to: positions.position($0)) }
    }

    /// Reads stored answers.
    public init(reading hard: HardLine, _ edges: EdgeKind) throws {
        var reader = Reader(bytes: try Fixtures.bytes(Self.name(hard, edges)))
        let parts = (0..<reader.count()).map { _ in
            (0..<reader.count()).map { _ in reader.coordinate() }
        }
        line = try LineGeometry(parts: parts, edges: edges, joins: .asDrawn)
        answers = (0..<reader.count()).map { _ in reader.answer() }
    }

    /// Stores the answers.
    public func write(as hard: HardLine) throws {
        var writer = Writer()
        writer.put(UInt32(line.parts.count))
        for part in line.parts {
            writer.put(UInt32(part.count))
            part.forEach { writer.put($0) }
        }
        writer.put(UInt32(answers.count))
        answers.forEach { writer.put($0) }
        try Data(writer.bytes).write(
            to: URL(fileURLWithPath: Fixtures.path(Self.name(hard, line.edges))))
    }

    private struct Reader {
        let bytes: [UInt8]
        var offset = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func number<T: FixedWidthInteger>() -> T {
            defer { offset += MemoryLayout<T>.size }
            return bytes.withUnsafeBytes {
                T(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: T.self))
            }
        }
        mutating func count() -> UInt32 { number() }
        mutating func double() -> Double { Double(bitPattern: number()) }
        mutating func float() -> Float { Float(bitPattern: number()) }
        mutating func coordinate() -> Coordinate {
            let longitude = double()
            return Coordinate(longitude: longitude, latitude: double())
        }
        mutating func answer() -> OracleAnswer {
            let position = coordinate()
            let (distance, fraction) = (double(), double())
            let (part, segment): (UInt16, UInt16) = (number(), number())
            let (side, vertex): (UInt16, UInt16) = (number(), number())
            return OracleAnswer(
                position: position, distance: distance, fraction: fraction, part: part,
                segment: segment, side: OracleAnswer.sides[Int(side)], isVertex: vertex == 1,
                segmentMargin: float(), sideMargin: float(), sensitivity: float(), beyond: float())
        }
    }

    private struct Writer {
        var bytes: [UInt8] = []

        mutating func put<T: FixedWidthInteger>(_ value: T) {
            withUnsafeBytes(of: value.littleEndian) { bytes += Array($0) }
        }
        mutating func put(_ value: Coordinate) {
            put(value.longitude.bitPattern)
            put(value.latitude.bitPattern)
        }
        mutating func put(_ answer: OracleAnswer) {
            put(answer.position)
            put(answer.distance.bitPattern)
            put(answer.fraction.bitPattern)
            put(answer.part)
            put(answer.segment)
            put(UInt16(OracleAnswer.sides.firstIndex(of: answer.side) ?? 3))
            put(UInt16(answer.isVertex ? 1 : 0))
            for float in [
                answer.segmentMargin, answer.sideMargin, answer.sensitivity, answer.beyond,
            ] {
                put(float.bitPattern)
            }
        }
    }
}
