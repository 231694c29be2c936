import TestSupport
import Testing

@testable import ReportFiles

@Suite struct CompressionTests {
    /// `printf 'lon,lat\n31,50\n' | gzip -n | xxd -p` and the same with zstd.
    static let gzip: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xCB, 0xC9,
        0xCF, 0xD3, 0xC9, 0x49, 0x2C, 0xE1, 0x32, 0x36, 0xD4, 0x31, 0x35, 0xE0,
        0x02, 0x00, 0xB6, 0x77, 0x24, 0xF6, 0x0E, 0x00, 0x00, 0x00,
    ]
    static let zstd: [UInt8] = [
        0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x58, 0x71, 0x00, 0x00, 0x6C, 0x6F, 0x6E,
        0x2C, 0x6C, 0x61, 0x74, 0x0A, 0x33, 0x31, 0x2C, 0x35, 0x30, 0x0A, 0xD5,
        0x51, 0x05, 0x82,
    ]
    static let plain = Array("lon,lat\n31,50\n".utf8)

    private func read(_ bytes: [UInt8], at once: Int = 1 << 16) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let reader = PlainReader(try InputFile(path: try folder.write(bytes, to: "in0")))
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: once)
        while true {
            let count = try chunk.withUnsafeMutableBytes { try reader.read(into: $0) }
            if count == 0 { return all }
            all += chunk[..<count]
        }
    }

    @Test("gzip and zstd give the plain bytes", arguments: [gzip, zstd])
    func plain(compressed: [UInt8]) throws {
        #expect(try read(compressed) == Self.plain)
        #expect(try read(compressed, at: 1) == Self.plain)
        #expect(try read(compressed + compressed) == Self.plain + Self.plain)
    }

    @Test("Plain bytes stay as they are, few and many")
    func uncompressed() throws {
        for count in [0, 1, 3, 4, 5, 200_000] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 0x1F + $0) }
            #expect(try read(bytes) == bytes)
        }
    }

    @Test("Compressed data that is cut off or damaged is refused", arguments: [gzip, zstd])
    func cutOff(compressed: [UInt8]) throws {
        for count in 4..<compressed.count {
            #expect(throws: ReportFileError.self) { try read(Array(compressed[..<count])) }
        }
        var damaged = compressed
        damaged[compressed.count - 1] ^= 0xFF
        damaged[compressed.count / 2] ^= 0xFF
        #expect(throws: ReportFileError.self) { try read(damaged) }
    }
}
