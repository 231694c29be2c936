import Demarcation
import Foundation

@_spi(Fuzzing) import ReportFiles

/// Files of reports: cut anywhere, read fast or with care, the same bytes come out; they can be read
/// again with the same bytes; as many records come out as go in; collections stay JSON.
struct ReportTarget {
    let agreement: CompiledAgreement

    private struct Run: Equatable {
        var text: [UInt8] = []
        var records = 0
        var failure: String?
    }

    /// What is wrong with how the bytes were treated; `nil` when nothing is.
    func fault(_ bytes: [UInt8], _ format: ReportFormat?, _ mutator: inout Mutator) -> String? {
        let whole = run([bytes], format)
        var pieces: [[UInt8]] = []
        var at = 0
        while at < bytes.count {
            let end = min(bytes.count, at + 1 + mutator.below([1, 3, 50, 400][mutator.below(4)]))
            pieces.append(Array(bytes[at..<end]))
            at = end
        }
        let cut = run(pieces, format)
        // Before a fault, what is known to be good goes out as it comes.
        if whole.failure != cut.failure || (whole.failure == nil && whole != cut) {
            return "cut in pieces other bytes come out: \(describe(cut)) for \(describe(whole))"
        }
        let careful = run([bytes], format, alone: true)
        if careful != whole {
            return "read alone other bytes come out: \(describe(careful)) for \(describe(whole))"
        }
        guard whole.failure == nil else { return nil }
        // What is written of events is one object a line.
        let again = run([whole.text], format == .cot ? .lines : format)
        if again != whole, !whole.text.isEmpty {
            return "checked again other bytes come out: \(describe(again)) for \(describe(whole))"
        }
        if format == .geojson, whole.records > 0, !isJSON(whole.text), !isLenientJSON(whole.text) {
            return "the output is no JSON: \(describe(whole))"
        }
        return nil
    }

    /// Whether the text is JSON, or every line of it.
    private func isJSON(_ text: [UInt8]) -> Bool {
        let whole = [text[...]]
        return [whole, text.split(separator: 0x0A)].contains { parts in
            parts.allSatisfy {
                isBlank($0)
                    || (try? JSONSerialization.jsonObject(
                        with: Data($0), options: .fragmentsAllowed)) != nil
            }
        }
    }

    /// The same but for lone surrogates and numbers beyond a double, which JSON has and Foundation's reader
    /// refuses.
    private func isLenientJSON(_ text: [UInt8]) -> Bool {
        let plain = String(decoding: text, as: UTF8.self)
            .replacing(/\\u[dD][0-9a-fA-F]{3}/, with: "\\u0000").replacing(
                /[eE][+-]?[0-9]{3,}/, with: "e1")
        return isJSON(Array(plain.utf8))
    }

    private func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
        text.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    private func run(_ pieces: [[UInt8]], _ format: ReportFormat?, alone: Bool = false) -> Run {
        var run = Run()
        var stream = ReportStream(checking: agreement, format: format, readingAlone: alone)
        do {
            for piece in pieces { run.text += try stream.feed(piece) }
            run.text += try stream.finish()
        } catch {
            run.failure = "\(error)"
        }
        run.records = stream.recordCount
        return run
    }

    private func describe(_ run: Run) -> String {
        "\(run.records) records, \(run.failure ?? "no failure"), "
            + String(decoding: run.text.prefix(600), as: UTF8.self)
    }
}
