import Agreements
import Geodesy

/// Makes a report from a record's members.
struct ReportReading {
    let fields: FieldNames
    private let times: TimeReader
    /// The index of the first of the members that say in which region it was.
    let footprintIndex: Int?

    init(fields: FieldNames) {
        self.fields = fields
        footprintIndex = fields.footprintIndex
        times = TimeReader(fields.times)
    }

    /// The report.
    ///
    /// Values that cannot be read are as good as none, but an uncertainty, which is then not
    /// a number of metres and leaves all zones open; notes tell of each.
    ///
    /// `wants` counts what would have to be known of the file.
    ///
    /// `nulls` are the places where null stands for what is no number, `earlierNote` is the note of an
    /// earlier run, which may tell of the same.
    func report(
        _ form: some RecordForm, _ bytes: UnsafeRawBufferPointer, at position: PositionReading,
        losing nulls: Set<Int>, earlierNote: String?, notes: inout [String],
        wants: inout [TimeWant: Int]
    ) -> (report: Report, saysBound: Bool) {
        var report = Report(position: position.position)
        let stated = uncertainty(form, bytes, nulls, earlierNote, &notes)
        report.uncertainty =
            position.bound + (stated ?? (position.saysBound ? .zero : fields.missingUncertainty))
        var disc = Disc(centre: report.position, radius: report.uncertainty)
        let region = takeRegion(&report, form, bytes, position, stated, &notes)
        if region == false, report.footprint == nil, let footprint = position.footprint {
            // The region has all that the bound has.
            report.footprint = footprint
            report.uncertainty = stated ?? (position.saysBound ? .zero : fields.missingUncertainty)
        }
        let saysBound =
            stated != nil || position.saysBound || fields.pixel != nil || fields.area != nil
            || fields.sector != nil || region != false
        if let pixel = fields.pixel, let index = fields.pixelIndex {
            let beside = report.uncertainty
            takePixel(&report, pixel, index, form, bytes, &notes)
            disc = Disc(
                centre: disc.centre, radius: disc.radius + (report.uncertainty - beside))
        }
        takePlaces(&report, from: disc, form, bytes, &notes)
        if region == nil { report.setRegionUnknown() }
        report.category = text(form, bytes, FieldNames.Index.category, &notes)
        report.party = text(form, bytes, FieldNames.Index.party, &notes)
        switch time(form, bytes, &notes, &wants) {
        case .moment(let moment): report.time = moment
        case .span(let span): report.span = span
        case nil: break
        }
        for (k, name) in fields.attributes.enumerated() {
            let index = FieldNames.Index.attributes + k
            if let value = text(form, bytes, index, &notes) {
                report.attributes[name] = value
            } else if case .unusable(let found) = form.value(index, bytes) {
                // No quantity, and not as if it had not been given.
                report.attributes[name] = found
            }
        }
        return (report, saysBound)
    }

    /// The time that a field of CSV without escapes names; `nil` where it names none.
    func time(_ field: UnsafeRawBufferPointer) -> ReadTime? {
        try? times.time(String(decoding: field, as: UTF8.self))
    }

    /// When the report's object was there; `nil` where the members that say so say nothing that can be read.
    func time(
        _ form: some RecordForm, _ bytes: UnsafeRawBufferPointer, _ notes: inout [String],
        _ wants: inout [TimeWant: Int]
    ) -> ReadTime? {
        let index = FieldNames.Index.time
        var days: Int?
        if let precision = fields.timePrecision {
            days = self.days(precision, form, bytes, &notes)
            // Whatever is written, nothing is known of it.
            if days == 0 { return nil }
        }
        if let dateIndex = fields.dateIndex {
            let date = form.name(dateIndex)
            let day = written(form, bytes, dateIndex, &notes)
            let time = written(form, bytes, index, &notes)
            if day == nil, time == nil { return nil }
            do throws(TimeFault) {
                guard let day else { throw TimeFault("there is no date") }
                return try times.time(date: day, timeOfDay: time, days: days)
            } catch {
                notes.append(
                    note(on: [(date, day), (form.name(index), time)], error, &wants))
                return nil
            }
        }
        if let endIndex = fields.endIndex {
            let end = form.name(endIndex)
            let first = written(form, bytes, index, &notes)
            let last = written(form, bytes, endIndex, &notes)
            if first == nil, last == nil { return nil }
            do throws(TimeFault) {
                guard let first, let last else {
                    throw TimeFault("one of both is not known")
                }
                return try times.time(from: first, to: last, days: days)
            } catch {
                notes.append(note(on: [(form.name(index), first), (end, last)], error, &wants))
                return nil
            }
        }
        if days == nil, let range = form.plainText(index, bytes),
            let instant = Instant(canonical: bytes[part: range])
        {
            return .moment(instant)
        }
        guard let time = written(form, bytes, index, &notes) else { return nil }
        do throws(TimeFault) {
            return try times.time(time, days: days)
        } catch {
            notes.append(note(on: [(form.name(index), time)], error, &wants))
            return nil
        }
    }

    /// The number of days among which a report's time is, by the member that says so; 0 where that says nothing.
    private func days(
        _ precision: TimePrecision, _ form: some RecordForm, _ bytes: UnsafeRawBufferPointer,
        _ notes: inout [String]
    ) -> Int {
        let index = fields.extrasIndex + precision.member
        let value = form.value(index, bytes)
        if let days = value.code.flatMap(precision.days) { return days }
        notes.append(
            "'\(form.name(index))' is \(value.words), expected one of \(precision.expected), "
                + "so that no time is known")
        return 0
    }

    /// The text of a member; `nil` where it is absent or nothing but white space, as spreadsheets leave it.
    private func written(
        _ form: some RecordForm, _ bytes: UnsafeRawBufferPointer, _ index: Int,
        _ notes: inout [String]
    ) -> String? {
        text(form, bytes, index, &notes).flatMap { text in
            text.utf8.allSatisfy { $0 == 0x20 || (9...13).contains($0) } ? nil : text
        }
    }

    /// The note on members that name no moment.
    private func note(
        on members: [(name: String, text: String?)], _ fault: TimeFault,
        _ wants: inout [TimeWant: Int]
    ) -> String {
        if let want = fault.want { wants[want, default: 0] += 1 }
        let found = members.map { name, text in
            "'\(name)' is " + (text.map { "'\(String(shown: $0, limit: 80))'" } ?? "empty")
        }
        let expected =
            if fields.end != nil {
                "the times at which it began and ended, such as 2026-12-01T06:00:00+02:00 and "
                    + "2026-12-01T08:00:00+02:00"
            } else if members.count > 1 {
                "a date and a time of day, such as 2026-12-01 and 06:00"
            } else if let clock = fields.times.clock {
                "a time on the clock of \(clock) or with its offset, such as 2026-12-01T06:00:00"
            } else {
                "a time with its offset, such as 2026-12-01T06:00:00+02:00"
            }
        return found.joined(separator: " and ") + ", expected " + expected
            + (fault.reason.map { "; " + $0 } ?? "")
    }

    /// The note on an uncertainty that is a number which JSON has not.
    func lost(_ name: String) -> String {
        "'\(name)' is NaN or infinite, expected a number of metres of 0 or more"
    }

    /// The bound that the member of the uncertainty says, NaN where it says none; `nil` where it is missing.
    private func uncertainty(
        _ form: some RecordForm, _ bytes: UnsafeRawBufferPointer, _ nulls: Set<Int>,
        _ earlierNote: String?, _ notes: inout [String]
    ) -> Distance? {
        let index = FieldNames.Index.uncertainty
        let lost = lost(form.name(index))
        if let place = form.nullPlace(index),
            nulls.contains(place) || earlierNote?.contains(lost) == true
        {
            notes.append(lost)
            return .metres(.nan)
        }
        let value = form.value(index, bytes)
        if let measure = fields.measure {
            if let text = value.code, let bound = measure.bound(text, fields.decimalSign) {
                return bound
            }
            if case .absent = value, measure.missingIsUnknown, fields.missingUncertainty == .zero {
                return .metres(.nan)
            }
        } else if let metres = form.number(index, bytes), metres >= 0 {
            if fields.isUncertaintyFound, metres == 0 {
                notes.append(
                    "'\(form.name(index))' is 0, which devices write where they do not know it; if it is "
                        + "exact, name the column by --uncertainty-field")
                return .metres(.nan)
            }
            return .metres(metres) * fields.uncertaintyScale
        }
        guard let note = note(onUncertainty: value, named: form.name(index)) else { return nil }
        notes.append(note)
        return .metres(.nan)
    }

    /// The note on an uncertainty that is no number; `nil` where there is none.
    func note(onUncertainty value: FieldValue, named name: String) -> String? {
        let found: String
        switch value {
        case .absent: return nil
        // Spreadsheets leave spaces.
        case .text(let text) where text.allSatisfy(\.isWhitespace): return nil
        case .text(let text):
            found =
                (fields.measure == nil && Double(text).map { $0 >= 0 && $0.isFinite } == true
                    ? "the text " : "")
                + "'\(String(shown: text, limit: 80))'"
        case .unusable(let words): found = words
        }
        return "'\(name)' is \(found), expected "
            + (fields.measure ?? .metres).expected
    }

    /// Whether a text says that something is not known.
    func isUnknown(_ text: String) -> Bool {
        !fields.unknownValues.isEmpty && fields.unknownValues.contains(ValueCode.folded(text))
    }

    /// The text of a member; `nil` where it is missing, or is none, of which a note tells.
    func text(
        _ form: some RecordForm, _ bytes: UnsafeRawBufferPointer, _ index: Int,
        _ notes: inout [String]
    ) -> String? {
        switch form.value(index, bytes) {
        case .absent: return nil
        case .text(let text):
            return isUnknown(text) ? nil : text
        case .unusable(let found):
            notes.append("'\(form.name(index))' is \(found), expected text")
            return nil
        }
    }
}
