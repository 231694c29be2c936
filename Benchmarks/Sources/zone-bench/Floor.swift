import Geodesy

/// The least that any program does: read a position, test a box, write a byte.
enum Floor {
    static func run(_ positions: UnsafeBufferPointer<Coordinate>, into bytes: inout [UInt8]) {
        bytes.withUnsafeMutableBufferPointer { bytes in
            for i in positions.indices {
                let (x, y) = (positions[i].longitude, positions[i].latitude)
                let inside = x >= 33 && x <= 37 && y >= 47 && y <= 50
                bytes[i] = inside ? 1 : 0
            }
        }
    }
}
