#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
public import Geodesy

/// Files of numbers as every program of the comparison reads them: little-endian, without a head.
public enum RawFile {
    /// A file that cannot be opened, read or written in full.
    public struct Failure: Error, CustomStringConvertible {
        /// The file's path.
        public let path: String
        /// What went wrong.
        public var description: String { "\(path): cannot be read or written" }
    }

    /// Writes longitude and latitude of each position as two doubles.
    public static func write(_ positions: [Coordinate], to path: String) throws(Failure) {
        guard let file = fopen(path, "wb") else { throw Failure(path: path) }
        defer { fclose(file) }
        let numbers = positions.flatMap { [$0.longitude, $0.latitude] }
        guard fwrite(numbers, 8, numbers.count, file) == numbers.count else {
            throw Failure(path: path)
        }
    }

    /// Positions as `write(_:to:)` writes them.
    public static func positions(from path: String) throws(Failure) -> [Coordinate] {
        let numbers = try doubles(from: path)
        return (0..<numbers.count / 2).map {
            Coordinate(longitude: numbers[2 * $0], latitude: numbers[2 * $0 + 1])
        }
    }

    /// The doubles in a file.
    public static func doubles(from path: String) throws(Failure) -> [Double] {
        try words(from: path, as: Double.self, zero: 0)
    }

    /// The areas in a file of 32-bit counts and doubles (`Benchmarks/peers/polygons.py`).
    public static func polygons(from path: String) throws -> [PolygonGeometry] {
        var words = try words(from: path, as: UInt64.self, zero: 0)[...]
        func next() -> UInt64 { words.popFirst() ?? 0 }
        return try (0..<next()).map { _ in
            let polygons = (0..<next()).map { _ in
                (0..<next()).map { _ in
                    (0..<next()).map { _ in
                        Coordinate(
                            longitude: Double(bitPattern: next()),
                            latitude: Double(bitPattern: next()))
                    }
                }
            }
            return try PolygonGeometry(polygons: polygons)
        }
    }

    private static func words<Word: BitwiseCopyable>(
        from path: String, as: Word.Type, zero: Word
    ) throws(Failure) -> [Word] {
        guard let file = fopen(path, "rb") else { throw Failure(path: path) }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let count = max(ftell(file), 0) / MemoryLayout<Word>.size
        rewind(file)
        var words = [Word](repeating: zero, count: count)
        guard fread(&words, MemoryLayout<Word>.size, count, file) == count else {
            throw Failure(path: path)
        }
        return words
    }
}
