import Agreements

/// Checks files of reports against what a report may say, and, where an agreement is given, against its words.
package struct ReportValidation: Sendable {
    /// Something that is wrong, and where.
    package struct Fault: Hashable, Sendable {
        /// The file as it was named.
        package let file: String
        /// The record's number in the file, from 1; `nil` for the whole file.
        package let record: Int?
        /// Whether the record cannot be used at all.
        package let isError: Bool
        /// What was found, and what was expected.
        package let message: String
    }

    /// The records that were read.
    package private(set) var records = 0
    /// Those that cannot be used.
    package private(set) var refused = 0
    /// How many faults were found.
    package private(set) var count = 0
    /// The first of them, in the order of the records.
    package private(set) var faults: [Fault] = []

    /// So many faults are kept.
    package static let mostFaults = 1000

    private let words: AgreementVocabulary?

    /// Nothing checked yet.
    package init(_ agreement: Agreement? = nil) {
        words = agreement.map(AgreementVocabulary.init)
    }

    /// Checks a file.
    ///
    /// - Throws: `ReportFileError` when it cannot be read or used.
    package mutating func check(_ file: InputFile, _ input: ReportInput) throws {
        var input = input
        input.fields.attributes = ReportSchema.members.map(\.name)
        var reader = RecordReader(fields: input.fields)
        var read = ReadRecords()
        var known: Set<String> = []
        var before = 0
        let first = records
        try input.read(file) { block in
            reader.read(block, into: &read)
            take(read, file.name, before, &known)
            before += read.entries.count
        }
        records = first + before
        guard let words else { return }
        for message in words.missing(from: known, read.names) {
            add(Fault(file: file.name, record: nil, isError: false, message: message))
        }
    }

    private mutating func take(
        _ read: borrowing ReadRecords, _ file: String, _ before: Int, _ known: inout Set<String>
    ) {
        var found: [Fault] = []
        for refusal in read.refusals {
            refused += 1
            found.append(
                Fault(
                    file: file, record: refusal.number, isError: true, message: refusal.reason))
        }
        for note in read.notes {
            found.append(
                Fault(
                    file: file, record: note.number == 0 ? nil : note.number, isError: false,
                    message: note.text))
        }
        var report = 0
        for (place, entry) in read.entries.enumerated() where entry.kind != .refused {
            let own = read.columns.kindReports[Int(read.columns.kinds[report])]
            report += 1
            known.formUnion(own.attributes.keys)
            for message in faults(of: own) {
                found.append(
                    Fault(file: file, record: before + place + 1, isError: false, message: message))
            }
        }
        for fault in found.sorted(by: { ($0.record ?? 0) < ($1.record ?? 0) }) { add(fault) }
    }

    private func faults(of report: Report) -> [String] {
        let own = ReportSchema.members.compactMap { member in
            report.attributes[member.name].flatMap { ReportSchema.fault(member, $0) }
        }
        return own + (words?.unknown(in: report) ?? [])
    }

    private mutating func add(_ fault: Fault) {
        count += 1
        if faults.count < Self.mostFaults { faults.append(fault) }
    }
}
