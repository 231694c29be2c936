import GeoJSONText

/// Finds the habits of a file in its first records.
///
/// A record is held back, with all behind it, if what may still be found reads it in two ways, until 1,000
/// records or 16 MB of the file have been looked at; then it is read as all of them allow, or as one that tells
/// nothing. Records before it are the same whatever is found, so that chunks of any size give the same.
struct HabitFinder {
    /// So many records of a file decide.
    static let mostRecords = 1_000
    /// Records that end beyond this many bytes of the file do not.
    static let mostBytes = 16 << 20

    private let fields: FieldNames
    private var form: (any RecordForm)?
    private var dates = DateOrderEvidence()
    private var numbers = DecimalSignEvidence()
    private var findsSign = false
    private var isDecided = false
    /// Whether a record waits for the decision.
    private(set) var isHolding = false
    /// What was found by now; what records that do not wait do not need.
    private(set) var habits = FileHabits()

    init(fields: FieldNames) { self.fields = fields }

    /// Looks at the next records of the file.
    mutating func look(
        at pieces: ArraySlice<Piece>, of bytes: UnsafeRawBufferPointer, offset: Int,
        layout: CSVLayout?, format: ReportFormat?
    ) {
        for piece in pieces where !isDecided {
            guard piece.number <= Self.mostRecords,
                offset + piece.range.upperBound <= Self.mostBytes
            else { return decide() }
            guard piece.kind == .record else { continue }
            look(at: bytes[part: piece.range], layout, format)
            if piece.number == Self.mostRecords { decide() }
        }
    }

    /// Decides by what has been seen.
    mutating func decide() {
        isDecided = true
        isHolding = false
        form = nil
        if fields.times.dateOrder == nil { habits.dateOrder = dates.decision }
        if findsSign { habits.decimalSign = numbers.decision }
    }

    private mutating func look(
        at record: UnsafeRawBufferPointer, _ layout: CSVLayout?, _ format: ReportFormat?
    ) {
        let form = form ?? begin(layout, format)
        if isDecided { return }
        let found = form.read(record)
        if found.mayBeMended {
            if let mended = form.mended(record) {
                mended.bytes.withUnsafeBytes {
                    _ = form.read($0)
                    look(at: form, $0)
                }
                return
            }
            _ = form.read(record)
        }
        if found.keepsBytes { look(at: form, record) }
    }

    /// What reads the members of the file's records; nothing is looked at where all is known.
    private mutating func begin(
        _ layout: CSVLayout?, _ format: ReportFormat?
    ) -> any RecordForm {
        let form: any RecordForm =
            if let layout {
                CSVForm(layout: layout, fields: fields)
            } else if format == .cot {
                EventForm(fields: fields)
            } else {
                FeatureForm(fields: fields)
            }
        self.form = form
        // Between commas a number with a comma stands in quotes, and may as well be two.
        findsSign =
            layout.map { $0.delimiter != UInt8(ascii: ",") } == true && fields.decimalSign == nil
        let findsOrder = fields.times.dateOrder == nil && !fields.onlyPositions
        if !fields.looksAtFirstRecords || (!findsSign && !findsOrder) { decide() }
        return form
    }

    private mutating func look(at form: any RecordForm, _ record: UnsafeRawBufferPointer) {
        if fields.times.dateOrder == nil {
            for index in fields.timeIndices {
                guard case .text(let text) = form.value(index, record) else { continue }
                if dates.look(at: text) { isHolding = true }
            }
        }
        guard findsSign, let csv = form as? CSVForm else { return }
        csv.forEachNumber(record) { text, kind in
            if numbers.look(at: text, as: kind) { isHolding = true }
        }
        guard let sector = fields.sector else { return }
        let texts = sector.texts(fields) { form.value($0, record) }
        if sector.unit != nil {
            for text in texts {
                Array(text.utf8).withUnsafeBytes {
                    if numbers.look(at: $0, as: .number) { isHolding = true }
                }
            }
        }
        if numbers.isOpen({ SectorText(texts, unit: sector.unit, $0) }) { isHolding = true }
    }
}
