import AgreementFiles
import Agreements
import Geodesy
import Testing
import TestSupport

/// Whatever is done to an agreement's text, it is read or refused, and never traps.
@Suite struct MutationTests {
    static let seedText = """
        agreement: Two-sided withdrawal
        source: {title: A, status: proposal}
        parties: {north: Party North, south: Party South}
        zero: 2026-12-01T00:00+02:00 Europe/Kyiv
        area: [[33, 47], [35, 47], [35, 48], [33, 48], [33, 47]]
        categories: {military: [tank, artillery]}
        lines:
          contact: {geometry: [[34, 47.5], [34.5, 47.5]], left: north, right: south, accuracy: 50 m}
        zones:
          dmz: {within: 2 km each side, of: contact, ends: clipped}
          guns: {within: {north: 25 km, south: 35 km}, of: contact}
          band: {between: [10 km, 20 km], of: contact, side: north}
          plant: {within: 5 km, of: [34.585, 47.512]}
          corridor: {within: 5 km total, along: [[34, 47], [34, 48]], except: [plant], ends: flat}
        rules:
          r: {in: dmz, prohibits: [military, {gun: {calibre: ">= 100 mm"}}], from: D+3, party: north}
        """

    @Test("Mutated agreements", arguments: [1, 2, 3] as [UInt64])
    func mutations(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let original = Array(Self.seedText.utf8)
        let odd = Array("[]{}:,-&*!?|>'\"%@`# \n\t~0.9eD+kmé".utf8)
        var (read, refused) = (0, 0)
        let count = LongRuns.count(1500, inGate: 300)
        for _ in 0..<count {
            var bytes = original
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.remove(at: at)
                case 1: bytes[at] = odd[Int.random(in: 0..<odd.count, using: &random)]
                case 2: bytes.insert(odd[Int.random(in: 0..<odd.count, using: &random)], at: at)
                default:
                    let end = min(bytes.count, at + Int.random(in: 1...40, using: &random))
                    bytes.insert(
                        contentsOf: Array(bytes[at..<end]),
                        at: Int.random(in: 0..<bytes.count, using: &random))
                }
            }
            do throws(AgreementFileErrors) {
                let file = try AgreementFile.read(text: String(decoding: bytes, as: UTF8.self))
                let compiled = try? CompiledAgreement(file.agreement)
                // What was read has no contradictions left.
                #expect(compiled != nil, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
                _ = compiled?.judge(Report(position: Coordinate(longitude: 34.2, latitude: 47.6)))
                read += 1
            } catch {
                #expect(!error.errors.isEmpty)
                refused += 1
            }
        }
        #expect(read > count / 15 && refused > count / 15, "\(read) read, \(refused) refused")
    }
}
