import Geodesy
import Notations
import TestSupport
import Testing

/// That no text, however broken, ends the program or names a place off the globe.
@Suite struct MutationTests {
    private static let texts =
        SpellingTests.seconds + SpellingTests.cases.map(\.text) + RefusalTests.cases.map(\.text) + [
            "37UDP3000050000", "37U DP 300 500", "ZAH1234512345", "37U 430000 5350000",
            "utm zone 37 north, 430000 mE 5350000 mN", "UPS south 2000000 2100000",
        ]

    private func check(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            do throws(NotationError) {
                let position = try WrittenPosition(bytes)
                #expect(position.coordinate.isValid)
                for rule in [
                    PrecisionRule.standard,
                    PrecisionRule(degrees: .truncated, decimals: .asWritten),
                ] {
                    let disc = position.disc(rule)
                    #expect(disc.centre.isValid && disc.bound.isLength)
                }
            } catch {
                #expect(!error.description.isEmpty)
            }
            if let angle = try? WrittenAngle.latitude(bytes) {
                #expect(angle.value.degrees.magnitude <= 90 && angle.unit.degrees > 0)
            }
            if let angle = try? WrittenAngle.longitude(bytes, hemisphere: .west) {
                #expect(angle.value.degrees.magnitude <= 180)
            }
            _ = Hemisphere(bytes)
        }
    }

    @Test func mutatedTextsAreReadOrRefused() {
        var random = SeededGenerator(seed: 51)
        let pool = Array(
            "0123456789NSEWUDPZ .,;:/-+'\"°′″º’сшвдOo()=mMsS\u{0}\u{A0}\u{2212}\u{FEFF}".utf8)
        for number in 0..<40_000 {
            var bytes = Array(Self.texts[number % Self.texts.count].utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                let byte =
                    Bool.random(using: &random)
                    ? pool[Int.random(in: 0..<pool.count, using: &random)]
                    : UInt8.random(in: 0...255, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes.insert(byte, at: place)
                case 1 where place < bytes.count: bytes[place] = byte
                case 2 where place < bytes.count: bytes.remove(at: place)
                case 3: bytes += bytes.suffix(place)
                default: bytes = Array(bytes.prefix(place))
                }
            }
            check(bytes)
        }
    }

    @Test func textsOfOneByteAndLongOnesAreRefused() {
        for byte in UInt8.min...UInt8.max {
            check([byte])
            check([byte, byte])
            check(Array(repeating: byte, count: 3000))
        }
        check(Array("37UDP".utf8) + Array(repeating: 0x31, count: 3000))
        check(Array("48.".utf8) + Array(repeating: 0x31, count: 3000) + Array(", 38.1".utf8))
        check(Array("POINT(1e-99999999999 1e".utf8) + Array(repeating: 0x39, count: 400) + [0x29])
    }
}
