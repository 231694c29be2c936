import Agreements
import GeoJSONText
import SystemFiles

/// Reads the records of files of findings and has them counted.
final class TableReader {
    private let request: TableRequest
    private let members: FindingMembers
    private var counter: FindingCounter
    private var clock: ClockWords
    /// What was noticed.
    private(set) var notes = TableNotes()
    /// How many records were read.
    private(set) var read = 0
    private var ofFile = FileTally()

    /// What was found of the file at hand.
    private struct FileTally {
        var records = 0
        /// Those with a finding, and those with the reason why there is none.
        var findings = 0
        var errors = 0
        var hasZones = false
        var hasSides = false
    }

    private let features: FeatureForm
    private var csv: CSVForm?
    private var layout: CSVLayout?
    private var habits = FileHabits()
    private var reading: ReportReading
    /// Numbers of the words of lists, by the bytes of these.
    private var lists: [[UInt8]: [Int]] = [:]
    private let noWord: Int
    /// Whether rows are told apart by times.
    private let needsTimes: Bool
    private let constants: ReportConstants
    private static let mostLists = 1 << 14

    init(_ request: TableRequest) {
        self.request = request
        needsTimes = request.keys.contains(where: \.isOfTime)
        constants = request.input.fields.constants
        members = FindingMembers(request.input.fields, className: request.className)
        counter = FindingCounter(request)
        clock = ClockWords(request.clock)
        features = FeatureForm(fields: members.fields)
        reading = ReportReading(fields: members.fields)
        noWord = counter.word(FindingWords.none)
    }

    /// How files are read.
    var input: ReportInput {
        var input = request.input
        input.fields = members.fields
        return input
    }

    /// Takes what ends a file.
    ///
    /// - Throws: `ReportFileError` for one without findings, or without what a key asks for.
    func endFile(_ file: String) throws(ReportFileError) {
        defer { ofFile = FileTally() }
        if ofFile.records > 0, ofFile.findings + ofFile.errors == 0 {
            throw ReportFileError(
                .unusable, file: file,
                "is no file of findings: none of its \(ofFile.records.grouped) records has "
                    + "\(FindingMembers.finding), from record 1 on; run dmz check first, and give this what it "
                    + "writes")
        }
        for (key, isThere) in [(TableKey.zone, ofFile.hasZones), (.side, ofFile.hasSides)]
        where ofFile.findings > 0 && request.keys.contains(key) && !isThere {
            throw ReportFileError(
                .unusable, file: file,
                "--by \(key): no record has dmz_\(key == .zone ? "zones" : "side"); write it as well when the "
                    + "reports are checked (dmz check --fields)")
        }
    }

    /// The table of all that was read.
    ///
    /// - Throws: `ReportFileError` where ids are asked for and there are none, or cannot be had back from disk.
    func finish() throws(ReportFileError) -> FindingTable {
        if request.isDistinct, read > 0, notes.withoutID.count == read {
            throw ReportFileError(
                .unusable,
                "--distinct: no record has '\(String(visible: members.fields.id ?? ""))'; name what identifies "
                    + "reports by --id-field")
        }
        return try counter.finish(
            footnotes: notes.footnotes(request), warnings: notes.warnings(request, records: read))
    }

    /// Counts the records of a block.
    func read(_ block: Block, file: String) throws(ReportFileError) {
        if block.layout != layout || block.habits != habits {
            (layout, habits) = (block.layout, block.habits)
            let fields = members.fields.following(habits)
            reading = ReportReading(fields: fields)
            csv = layout.map { CSVForm(layout: $0, fields: fields) }
        }
        // Copied once and not for every record.
        let (bytes, offset, isTable) = (block.bytes, block.offset, layout != nil)
        let reading = reading
        for piece in block.pieces where piece.kind == .record || piece.kind == .oversized {
            read += 1
            ofFile.records += 1
            let place = RecordPlace(
                file: file, number: piece.number, byte: offset + piece.range.lowerBound)
            if piece.kind == .oversized {
                notes.unreadable.add(place.words("the record is longer than 64 MB"))
            } else if !isTable {
                try count(bytes[part: piece.range], piece, features, reading, place)
            } else if let csv {
                try count(bytes[part: piece.range], piece, csv, reading, place)
            }
            if let excess = counter.excess {
                throw ReportFileError(.unusable, file: place.words(), excess)
            }
        }
    }

    private func count<Form: FindingForm>(
        _ bytes: UnsafeRawBufferPointer, _ piece: Piece, _ form: Form, _ reading: ReportReading,
        _ place: RecordPlace
    ) throws(ReportFileError) {
        let found = form.read(bytes)
        if let fault = found.fault {
            notes.unreadable.add(place.words(fault))
            if piece.isUnterminated, found.isUnclosed { notes.cutOff = place.words() }
            return
        }
        let own = counter.finding(finding(bytes, form, place))
        let id = id(bytes, form, place)
        let time =
            id != nil || needsTimes ? time(bytes, form, reading, place) : Times()
        var places = [FindingCounter.Place(words: [], finding: own)]
        for key in request.keys {
            let words = words(key, bytes, form, reading, time, place)
            guard places.count * words.count <= FindingCounter.mostRowsOfRecord else {
                throw ReportFileError(
                    .unusable, file: place.words(),
                    "the record would count in more than \(FindingCounter.mostRowsOfRecord.grouped) rows"
                )
            }
            if words.count == 1 {
                for k in places.indices {
                    places[k].words.append(words[0].word)
                    places[k].finding = words[0].finding ?? places[k].finding
                }
                continue
            }
            places = places.flatMap { place in
                words.map { word in
                    FindingCounter.Place(
                        words: place.words + [word.word], finding: word.finding ?? place.finding)
                }
            }
        }
        if let k = request.keys.firstIndex(of: .finding) {
            // The finding by which the row counts, which a rule may say.
            for p in places.indices {
                places[p].words[k] = counter.word(counter.findings.texts[places[p].finding])
            }
        }
        if places.count > 1 { notes.ofSeveralRows += 1 }
        try counter.add(places, own: own, identity: id.map { Self.identity($0, time) })
    }

    /// The record's own finding, or the word that stands for none.
    private func finding<Form: FindingForm>(
        _ bytes: UnsafeRawBufferPointer, _ form: Form, _ place: RecordPlace
    ) -> String {
        var found = "it has neither dmz_finding nor dmz_error"
        switch form.value(members.finding, bytes) {
        case .text(let text) where FindingWords.isWord(text):
            ofFile.findings += 1
            return text
        case .absent: break
        case let value: found = "dmz_finding is \(value.words)"
        }
        if case .text = form.value(members.error, bytes) {
            ofFile.errors += 1
            return FindingWords.refused
        }
        notes.withoutFinding.add(place.words(found))
        return FindingWords.none
    }

    /// A word of a key, and the finding by which its row counts where that is not the record's own.
    private typealias Word = (word: Int, finding: Int?)

    private func words<Form: FindingForm>(
        _ key: TableKey, _ bytes: UnsafeRawBufferPointer, _ form: Form, _ reading: ReportReading,
        _ time: Times, _ place: RecordPlace
    ) -> [Word] {
        switch key {
        case .zone:
            if !ofFile.hasZones, form.has(members.zones) { ofFile.hasZones = true }
            if members.openZones.contains(where: { !list($0, bytes, form, place).isEmpty }) {
                notes.openZones += 1
            }
            let zones = list(members.zones, bytes, form, place)
            return zones.isEmpty ? [(noWord, nil)] : zones.map { ($0, nil) }
        case .rule: return rules(bytes, form, place)
        case .party:
            return [
                (
                    text(
                        .party, FieldNames.Index.party, bytes, form, reading,
                        constants.party, place), nil
                )
            ]
        case .category:
            return [
                (
                    text(
                        .category, FieldNames.Index.category, bytes, form, reading,
                        constants.category, place), nil
                )
            ]
        case .class: return [(text(.class, members.class, bytes, form, reading, nil, place), nil)]
        case .side:
            if !ofFile.hasSides, form.has(members.side) { ofFile.hasSides = true }
            guard case .text(let side) = form.value(members.side, bytes) else {
                return [(noWord, nil)]
            }
            return [(counter.word(Form.read(written: side)), nil)]
        case .day: return [(counter.word(time.day), nil)]
        case .week: return [(counter.word(time.week), nil)]
        case .hour: return [(counter.word(time.hour), nil)]
        // Put when the rows are known.
        case .finding: return [(noWord, nil)]
        }
    }

    private func rules<Form: FindingForm>(
        _ bytes: UnsafeRawBufferPointer, _ form: Form, _ place: RecordPlace
    ) -> [Word] {
        var found: [Word] = []
        for (finding, member) in members.rules {
            let rules = list(member, bytes, form, place)
            if rules.isEmpty { continue }
            let number = counter.finding(finding)
            found += rules.map { ($0, number) }
        }
        if found.isEmpty, case .text(let rule) = form.value(members.rule, bytes) {
            found = [(counter.word(Form.read(written: rule)), nil)]
        }
        if found.isEmpty { return [(noWord, nil)] }
        notes.present.insert(.rule)
        return found
    }

    /// The numbers of the words of a list.
    private func list<Form: FindingForm>(
        _ member: Int, _ bytes: UnsafeRawBufferPointer, _ form: Form, _ place: RecordPlace
    ) -> [Int] {
        guard let range = form.list(member) else {
            if case .unusable(let found) = form.value(member, bytes) {
                notes.unusable.add(place.words("'\(form.name(member))' is \(found)"))
            }
            return []
        }
        let list = bytes[part: range]
        // Most are empty: nothing, or an array of nothing.
        if list.isEmpty || (list.count == 2 && list[0] == UInt8(ascii: "[")) { return [] }
        let key = Array(list)
        if let known = lists[key] { return known }
        guard let texts = Form.texts(ofList: list) else {
            notes.unusable.add(place.words("'\(form.name(member))' holds what is no text"))
            return []
        }
        let numbers = texts.map { counter.word($0) }
        if lists.count >= Self.mostLists { lists = [:] }
        if key.count < 1024 { lists[key] = numbers }
        return numbers
    }

    private func text<Form: FindingForm>(
        _ key: TableKey, _ index: Int, _ bytes: UnsafeRawBufferPointer, _ form: Form,
        _ reading: ReportReading, _ usual: String?, _ place: RecordPlace
    ) -> Int {
        var found: [String] = []
        let text = reading.text(form, bytes, index, &found)
        if let note = found.first { notes.unusable.add(place.words(note)) }
        guard let text = text ?? usual else { return noWord }
        notes.present.insert(key)
        return counter.word(text)
    }

    /// A record's time as the table's clock shows it.
    private struct Times {
        var day = FindingWords.none
        var week = FindingWords.none
        var hour = FindingWords.none
        /// The number of the day; `nil` where it is not known.
        var number: Int64?
    }

    /// Stands for a time that reaches over several days, weeks or hours.
    private static let several = "several"

    private func time<Form: FindingForm>(
        _ bytes: UnsafeRawBufferPointer, _ form: Form, _ reading: ReportReading,
        _ place: RecordPlace
    ) -> Times {
        var faults: [String] = []
        var times = Times()
        guard let time = reading.time(form, bytes, &faults, &notes.wants) else {
            if let fault = faults.first {
                notes.withoutReadableTime.add(place.words(fault))
            } else {
                notes.withoutTime.add(place.words())
            }
            return times
        }
        let first = clock.shown(at: time.first)
        (times.day, times.week, times.hour, times.number) =
            (first.day, first.week, first.hour, first.dayNumber)
        guard case .span = time else { return times }
        let last = clock.shown(at: time.last)
        if last.dayNumber != first.dayNumber { (times.day, times.number) = (Self.several, nil) }
        if last.week != first.week { times.week = Self.several }
        // One day later the hour is the same again.
        if last.hour != first.hour || last.dayNumber != first.dayNumber {
            times.hour = Self.several
        }
        let asked = [(TableKey.day, times.day), (.week, times.week), (.hour, times.hour)]
        if asked.contains(where: { $1 == Self.several && request.keys.contains($0) }) {
            notes.ofSeveralTimes.add(place.words())
        }
        return times
    }

    /// What identifies a record.
    private func id<Form: FindingForm>(
        _ bytes: UnsafeRawBufferPointer, _ form: Form, _ place: RecordPlace
    ) -> String? {
        if let index = members.fields.idIndex, case .text(let id) = form.value(index, bytes) {
            return id
        }
        notes.withoutID.add(place.words())
        return nil
    }

    /// The hash of an id together with the day.
    private static func identity(_ id: String, _ time: Times) -> StableHash {
        var text = Array(id.utf8)
        withUnsafeBytes(of: (time.number ?? .min).littleEndian) { text.append(contentsOf: $0) }
        return text.withUnsafeBytes { StableHash($0) }
    }
}
