import Foundation
import TestSupport
import Testing

@testable import ReportFiles

/// Files of `fixtures/regressions`: what once came out wrong, and one of every kind; the fuzzer begins with
/// the same.
@Suite struct RegressionTests {
    static let files: [(String, ReportFormat)] = [
        ("geojson", ReportFormat.geojson), ("lines", .lines), ("sequence", .sequence),
        ("csv", .csv), ("cot", .cot),
    ].flatMap { folder, format in
        ((try? FileManager.default.contentsOfDirectory(
            atPath: Fixtures.path("regressions/\(folder)"))) ?? []).sorted().map {
                ("\(folder)/\($0)", format)
            }
    }

    @Test("Cut, read with care, checked again: the same bytes", arguments: files)
    func same(file: String, format: ReportFormat) throws {
        let bytes = try Fixtures.bytes("regressions/\(file)")
        let fields = format == .cot ? FieldNames.events : FieldNames()
        func outcome(
            of chunks: [[UInt8]], format: ReportFormat, isCareful: Bool = false
        ) -> Outcome {
            ReportFilesTests.outcome(
                of: chunks, format: format, fields: fields, judge: .careful, isCareful: isCareful)
        }
        let whole = outcome(of: [bytes], format: format)
        #expect(whole.error != nil || whole.tally.read > 0)
        for step in [1, 2, 3, 5, 7, 13, 64, 300] {
            let cut = stride(from: 0, to: bytes.count, by: step).map {
                Array(bytes[$0..<min($0 + step, bytes.count)])
            }
            let found = outcome(of: cut, format: format)
            #expect(found.error == whole.error)
            if whole.error == nil { #expect(found == whole) }
        }
        #expect(outcome(of: [bytes], format: format, isCareful: true) == whole)
        guard whole.error == nil else { return }
        let again = outcome(
            of: [Array(whole.text.utf8)], format: format == .cot ? .lines : format)
        #expect(again.text == whole.text && again.tally.findings == whole.tally.findings)
    }

    @Test("There are files of every format")
    func formats() {
        #expect(Self.files.count >= 15)
        #expect(Set(Self.files.map(\.1)).count == 5)
    }
}
