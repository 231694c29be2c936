import Testing

@testable import ReportFiles

/// The hash by which identifiers are told apart.
@Suite struct StableHashTests {
    /// By OpenSSL 3: `openssl mac -macopt hexkey:000102030405060708090a0b0c0d0e0f -macopt size:16 SIPHASH`.
    @Test(
        "Hashes of the bytes 0, 1, 2, ... as OpenSSL has them",
        arguments: [
            (0, "a3817f04ba25a8e66df67214c7550293"), (1, "da87c1d86b99af44347659119b22fc45"),
            (8, "3b62a9ba6258f5610f83e264f31497b4"), (9, "264499060ad9baabc47f8b02bb6d71ed"),
            (15, "5493e99933b0a8117e08ec0f97cfc3d9"), (16, "6ee2a4ca67b054bbfd3315bf85230577"),
            (63, "5150d1772f50834a503e069a973fbd7c"),
        ])
    func vectors(count: Int, expected: String) {
        let hash = (0..<UInt8(count)).map { $0 }.withUnsafeBytes { StableHash($0) }
        let bytes = [hash.low, hash.high].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
        }
        let text = bytes.map { (UInt16($0) + 0x100).hex.dropFirst() }.joined()
        #expect(text == expected)
    }
}

extension UInt16 {
    fileprivate var hex: String { String(self, radix: 16) }
}
