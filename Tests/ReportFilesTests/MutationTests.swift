import TestSupport
import Testing

@testable import ReportFiles

/// Bytes changed at random: nothing traps, no record is lost, and chunks make no difference.
@Suite struct MutationTests {
    @Test("Changed bytes", arguments: ChunkingTests.texts.keys.sorted())
    func mutated(name: String) throws {
        let original = Array(try #require(ChunkingTests.texts[name]).utf8)
        var random = SeededGenerator(seed: 20_261_201)
        let alphabet =
            Array("{}[]\",:\\0123456789.eE+-tfn \n\r;\t\u{1E}u".utf8) + [0x00, 0xFF, 0xC3]
        for _ in 0..<LongRuns.count(400, inGate: 80) {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let k = Int.random(in: 0...bytes.count, using: &random)
                let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.insert(byte, at: k)
                case 1 where k < bytes.count: bytes.remove(at: k)
                default: if k < bytes.count { bytes[k] = byte }
                }
            }
            let whole = outcome(of: [bytes])
            let cut = Int.random(in: 0...bytes.count, using: &random)
            let parts = outcome(of: [Array(bytes[..<cut]), Array(bytes[cut...])])
            #expect(parts == whole, "\(String(decoding: bytes, as: UTF8.self)) cut at \(cut)")
            let careful = outcome(of: [bytes], isCareful: true)
            #expect(careful == whole, "\(String(decoding: bytes, as: UTF8.self)) read carefully")
            let counted = whole.tally.findings.reduce(0, +) + whole.tally.rejected
            #expect(counted == whole.tally.read)
            guard whole.error == nil, whole.tally.cutOff == nil else { continue }
            // What comes out can be read again: as many records, as many of them rejected.
            let again = outcome(whole.text)
            #expect(again.error == nil, "\(whole.text)")
            #expect(again.tally.read == whole.tally.read, "\(whole.text)")
            #expect(again.text == whole.text)
        }
    }
}
