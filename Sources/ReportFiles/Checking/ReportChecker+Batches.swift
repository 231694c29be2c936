import Demarcation
import Geodesy

/// Giving reports out instead of judging them.
extension ReportChecker {
    /// Appends the reports of a block to a batch.
    mutating func read(_ block: Block, into batch: inout ReportBatch) {
        prepare(block)
        batch.begin(generation: kinds.generation)
        if block.layout == nil {
            read(block, features, into: &batch)
        } else if let csv {
            read(block, csv, into: &batch)
        }
        batch.take(kindReports: kinds.reports)
    }

    private mutating func read<Form: RecordForm>(
        _ block: Block, _ form: Form, into out: inout ReportBatch
    ) {
        var record = 0
        for piece in block.pieces {
            switch piece.kind {
            case .frame, .header, .skipped, .skippedEnd: continue
            case .oversized: out.refuse(piece, block, Self.tooLong)
            case .record:
                let place = record < batched.count ? batched[record] : -1
                record += 1
                if place >= 0 {
                    out.append(
                        batch.positions[place], uncertainty: .metres(batch.uncertainties[place]),
                        time: batch.times[place], kind: batch.kinds[place])
                } else {
                    readAlone(piece, block, form, into: &out)
                }
            }
        }
    }

    private mutating func readAlone<Form: RecordForm>(
        _ piece: Piece, _ block: Block, _ form: Form, into out: inout ReportBatch
    ) {
        let bytes = block.bytes(of: piece)
        let found = form.read(bytes)
        if let fault = found.fault { return out.refuse(piece, block, fault) }
        do throws(RecordFault) {
            let report = try reading.report(form, bytes, at: found.position)
            out.append(
                report.position, uncertainty: report.uncertainty, time: report.time,
                kind: kind(of: report))
        } catch {
            out.refuse(piece, block, error.sentence)
        }
    }
}

extension ReportBatch {
    fileprivate mutating func refuse(_ piece: Piece, _ block: Block, _ reason: String) {
        refused.append(
            RefusedRecord(
                number: piece.number, byte: block.offset + piece.range.lowerBound,
                reportsBefore: positions.count, reason: reason))
    }
}
