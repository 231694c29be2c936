import Foundation
import Geodesy

/// The vertices of a line as the program `truth` reads them: a file of fixtures/geodesy, or for a
/// name that ends in `.txt` a longitude and latitude on each line with empty lines between parts.
enum LineFile {
    static func parts(_ path: String) throws -> [[Coordinate]] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        return path.hasSuffix(".txt") ? text(String(decoding: data, as: UTF8.self)) : binary(data)
    }

    private static func binary(_ data: Data) -> [[Coordinate]] {
        var offset = 0
        func count() -> Int {
            defer { offset += 4 }
            return Int(data.loadUnaligned(UInt32.self, at: offset))
        }
        return (0..<count()).map { _ in
            (0..<count()).map { _ in
                defer { offset += 16 }
                return Coordinate(
                    longitude: data.loadUnaligned(Double.self, at: offset),
                    latitude: data.loadUnaligned(Double.self, at: offset + 8))
            }
        }
    }

    private static func text(_ text: String) -> [[Coordinate]] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.split(separator: " ").compactMap { Double($0) } }
            .split { $0.count < 2 }
            .map { $0.map { Coordinate(longitude: $0[0], latitude: $0[1]) } }
    }
}

extension Data {
    func loadUnaligned<T: BitwiseCopyable>(_: T.Type, at offset: Int) -> T {
        withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: T.self) }
    }
}
