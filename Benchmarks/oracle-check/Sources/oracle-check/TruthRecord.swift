import Foundation
import Geodesy

/// What the program `truth` says of a position; 32 bytes in its files.
struct TruthRecord {
    let position: Coordinate
    /// In metres; NaN when it is far beyond every limit.
    let distance: Double
    let side: LineSide
    let sideInDoubt: Bool
    let isBeyondEnd: Bool
    let beyondInDoubt: Bool

    static let size = 32
    private static let sides: [LineSide] = [.left, .right, .on, .none]

    init(_ data: Data, number: Int) {
        let first = number * Self.size
        position = Coordinate(
            longitude: data.loadUnaligned(Double.self, at: first),
            latitude: data.loadUnaligned(Double.self, at: first + 8))
        distance = data.loadUnaligned(Double.self, at: first + 16)
        side = Self.sides[Int(data.loadUnaligned(UInt8.self, at: first + 24))]
        sideInDoubt = data.loadUnaligned(UInt8.self, at: first + 25) != 0
        isBeyondEnd = data.loadUnaligned(UInt8.self, at: first + 26) != 0
        beyondInDoubt = data.loadUnaligned(UInt8.self, at: first + 27) != 0
    }
}
