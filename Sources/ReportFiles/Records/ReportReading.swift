import Demarcation
import Geodesy

/// Makes a report from a record's members.
struct ReportReading {
    let fields: FieldNames

    /// The report, or why the record cannot be used.
    func report(
        _ form: some RecordForm, _ bytes: UnsafeRawBufferPointer, at position: Coordinate
    ) throws(RecordFault) -> Report {
        var report = Report(position: position)
        report.uncertainty = try uncertainty(form, bytes)
        report.category = try text(form, bytes, FieldNames.Index.category)
        report.party = try text(form, bytes, FieldNames.Index.party)
        report.time = try time(form, bytes)
        for (k, name) in fields.attributes.enumerated() {
            if let value = try text(form, bytes, FieldNames.Index.attributes + k) {
                report.attributes[name] = value
            }
        }
        return report
    }

    private func time(
        _ form: some RecordForm, _ bytes: UnsafeRawBufferPointer
    ) throws(RecordFault) -> Instant? {
        let index = FieldNames.Index.time
        if let range = form.plainText(index, bytes),
            let instant = Instant(canonical: bytes[part: range])
        {
            return instant
        }
        guard let time = try text(form, bytes, index) else { return nil }
        guard let instant = try? Instant(parsing: time) else {
            throw RecordFault(
                "'\(fields.time)' is '\(time)', expected a time with its offset, such as "
                    + "2026-12-01T06:00:00+02:00")
        }
        return instant
    }

    private func uncertainty(
        _ form: some RecordForm, _ bytes: UnsafeRawBufferPointer
    ) throws(RecordFault) -> Distance {
        let index = FieldNames.Index.uncertainty
        if let metres = form.number(index, bytes), metres >= 0 { return .metres(metres) }
        let found =
            switch form.value(index, bytes) {
            case .absent: ""
            case .text(let text): "'\(text)'"
            case .unusable(let words): words
            }
        if found.isEmpty { return .zero }
        throw RecordFault(
            "'\(fields.uncertainty)' is \(found), expected a number of metres of 0 or more")
    }

    private func text(
        _ form: some RecordForm, _ bytes: UnsafeRawBufferPointer, _ index: Int
    ) throws(RecordFault) -> String? {
        switch form.value(index, bytes) {
        case .absent: return nil
        case .text(let text): return text
        case .unusable(let found):
            throw RecordFault("'\(fields.wanted[index])' is \(found), expected text")
        }
    }
}

/// Why a record cannot be used.
struct RecordFault: Error {
    let sentence: String
    init(_ sentence: String) { self.sentence = sentence }
}
