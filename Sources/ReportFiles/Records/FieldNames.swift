import Datums
import Geodesy
import Notations
import Zones

/// Under which names a report's members are found, and what stands for one that is missing.
package struct FieldNames: Hashable, Sendable {
    /// The category.
    package var category = "category"
    /// The party.
    package var party = "party"
    /// The time.
    package var time = "time"
    /// The date, where `time` holds a time of day alone.
    package var date: String?
    /// When it ended, where `time` says when it began.
    package var end: String?
    /// The bound on the position's error, in metres.
    package var uncertainty = Self.usualUncertainty
    /// Whether in a table without such a column another one is taken whose name says that it holds the same.
    package var findsUncertainty = true
    /// By what its numbers are multiplied to be bounds in metres.
    var uncertaintyScale = 1.0
    /// Whether that column was found by its name alone, so that 0 in it is no measurement.
    var isUncertaintyFound = false
    /// What identifies a report in messages; `nil` for its number alone.
    package var id: String?
    /// The column of longitudes, or the property of a Feature without a geometry; `nil` to guess.
    package var longitude: String?
    /// The column of latitudes, or the property of a Feature without a geometry; `nil` to guess.
    package var latitude: String?
    /// The column or property with the whole position in one text; `nil` for two, or to guess.
    package var position: String?
    /// What the digits of positions leave open.
    package var precision = PrecisionRule.standard
    /// What takes positions to WGS 84 that are written in another system; `nil` where they are on WGS 84.
    package var datum: DatumTransform?
    /// The column or property with the reference system that a record's position is written in; `nil` where
    /// all are in one.
    package var system: String?
    /// What takes the positions of records that name their systems to WGS 84.
    package var systems: DatumSystems?
    /// What of these has its name from an option, which no profile changes.
    package var given: Set<GivenName> = []
    /// Those of these names that CSV must have columns for, because somebody asked for them.
    package var named: [String] = []
    /// Further members that rules ask for.
    package var attributes: [String] = []

    /// The bound on the position's error of reports that give none.
    package var missingUncertainty = Distance.zero

    /// The members with the sides of the pixel of a detection, which bound its position as well.
    package var pixel: PixelFields?
    /// The numbers of positions that are none.
    package var absentPositions: [AbsentPosition] = []
    /// What values of the uncertainty say that are no numbers of metres; `nil` where all are.
    package var measure: UncertaintyMeasure?
    /// The names among these that differ from file to file.
    package var choices = NameChoices()
    /// What stands for a category or party that a report does not give.
    package var constants = ReportConstants()

    /// How times are written.
    package var times = TimeReading()
    /// What parts the whole of a table's numbers from their fraction; `nil` where it must tell itself.
    package var decimalSign: DecimalSign?
    /// Whether the first records of a file tell what nobody said of it; else each value must tell itself.
    package var looksAtFirstRecords = true

    package static let usualUncertainty = "uncertainty_m"

    /// What the numbers of a position in one text are, where they are numbers alone.
    package var positionNumbers: PositionNumbers?

    package init() {}

    /// Whether records are those of `dmz check`, of which the findings are read and no position.
    package var readsFindings = false
    /// The columns that a table of something else than reports must have; of such no position is read.
    var plainColumns: [String] = []
    /// Whether records are read of which no position is.
    var readsNoPosition: Bool { readsFindings || !plainColumns.isEmpty }

    /// Whether the findings in records of `dmz check` are read as well as their positions.
    var readsBoth = false
    /// Whether members that begin with `dmz_` may be wanted.
    var seesFindings: Bool { readsFindings || readsBoth }

    /// Whether XML is read, as events of Cursor on Target.
    package var readsEvents = false
    /// The member with the array of records, where they are wrapped in an object.
    package var records: String?
    /// Further members that are wanted by profiles; those who want one keep its place here.
    package private(set) var extras: [String] = []
    /// What says how exactly times are known; `nil` where they are as exact as they are written.
    package var timePrecision: TimePrecision?
    /// Known places.
    package var places: Gazetteer?
    /// Whether the member of the position holds the name of one of these.
    package var positionIsPlace = false
    /// The members that name the area in which what a report tells of may be anywhere.
    package var area: AreaFields?

    /// The members that say in which direction and how far from its position a report's object was.
    package var sector: SectorFields?

    /// The members that say in which region it was; `nil` where nobody asks for more than a disc.
    package var footprint: FootprintFields? = FootprintFields()

    /// What of a geometry that is no point a report's object takes up; all of it where nobody says so.
    package var geometryMeans: Footprint.Meaning?

    /// Values that say that something is not known, folded as codes are.
    package private(set) var unknownValues: Set<String> = []

    /// Takes values that say that something is not known.
    package mutating func addUnknown(_ values: [String]) {
        unknownValues.formUnion(values.map(ValueCode.folded))
    }

    /// Wants a further member and gives its place among the extras.
    package mutating func addExtra(_ name: String) -> Int {
        extras.append(name)
        return extras.count - 1
    }

    /// The members by which reports are counted, the number of objects and the visit first; they are read beside
    /// the kinds of reports, which they would multiply.
    package var counting: [String] = []

    /// The index in `wanted` of the first of the extras.
    var extrasIndex: Int { wantedAtOnce.count - extras.count - addedForCounting.count }

    /// Those among `counting` that nobody else asks for.
    private var addedForCounting: [String] {
        let others = Set(uncounted)
        return counting.filter { !others.contains($0) }
    }

    /// The indices in `wanted` of the members by which reports are counted.
    var countingIndices: [Int] {
        let all = wantedAtOnce
        return onlyPositions ? [] : counting.compactMap { all.firstIndex(of: $0) }
    }

    /// Gives the extras other names.
    mutating func renameExtras(_ name: (String) -> String) { extras = extras.map(name) }

    /// Whether nothing but positions is wanted.
    package var onlyPositions = false

    /// All names: those that are read at once, those of a footprint, and those of positions.
    package var wanted: [String] { wantedAtOnce + watched + positionNames }

    /// The names for which a record is read alone, those of a footprint.
    package var watched: [String] { onlyPositions ? [] : footprint?.names ?? [] }

    /// The names of what is no position, each at its index in `Index`, then the attributes, the id, the date,
    /// the end, the system, those of a pixel, the extras and those by which reports are counted.
    package var wantedAtOnce: [String] {
        if onlyPositions { return [system].compactMap { $0 } }
        return counting.isEmpty ? uncounted : uncounted + addedForCounting
    }

    private var uncounted: [String] {
        [category, party, time, uncertainty] + attributes
            + [id, date, end, system, pixel?.across, pixel?.along].compactMap { $0 } + extras
    }

    /// The properties that hold a position: one, or longitude and latitude, or none.
    var positionNames: [String] {
        if let position { return [position] }
        if let longitude, let latitude { return [longitude, latitude] }
        return []
    }

    /// Whether reports are put together from members that are not read all at once.
    var isPutTogether: Bool {
        date != nil || end != nil || pixel != nil || positionNumbers != nil || !extras.isEmpty
            || positionIsPlace || !unknownValues.isEmpty
    }

    /// The index in `wanted` of the first of them.
    var positionIndex: Int { wanted.count - positionNames.count }

    /// Whether somebody asks of what form the region of a report is.
    var wantsFootprints: Bool { !onlyPositions && footprint != nil }

    /// The index in `wanted` of the first name of a footprint; `nil` where none are wanted.
    var footprintIndex: Int? {
        wantsFootprints ? wantedAtOnce.count : nil
    }

    enum Index {
        static let category = 0
        static let party = 1
        static let time = 2
        static let uncertainty = 3
        static let attributes = 4
    }

    var dateIndex: Int? {
        date == nil ? nil : Index.attributes + attributes.count + (id == nil ? 0 : 1)
    }

    var endIndex: Int? {
        end == nil
            ? nil : Index.attributes + attributes.count + [id, date].compactMap { $0 }.count
    }

    /// The indices of the members that may hold numbers.
    var numberIndices: [Int] {
        if onlyPositions { return [] }
        let attributes = Index.attributes..<Index.attributes + attributes.count
        let footprint = footprintIndex.map { first in
            FootprintFields.Part.allCases.filter { !$0.isText }.map { first + $0.rawValue }
        }
        return [Index.uncertainty] + Array(attributes) + (pixelIndex.map { [$0, $0 + 1] } ?? [])
            + (footprint ?? [])
    }

    /// What the member at one of these indices holds.
    func numberKind(_ index: Int) -> NumberKind {
        if index == Index.uncertainty { return measure.map { .measure($0) } ?? .number }
        let attributes = Index.attributes..<Index.attributes + attributes.count
        return attributes.contains(index) ? .quantity : .number
    }

    /// The indices of all members that hold times.
    var timeIndices: [Int] {
        onlyPositions ? [] : [Index.time] + [dateIndex, endIndex].compactMap { $0 }
    }

    var systemIndex: Int? {
        if system == nil { return nil }
        return onlyPositions
            ? 0 : Index.attributes + attributes.count + [id, date, end].compactMap { $0 }.count
    }

    /// The index of the first of the two names of a pixel.
    var pixelIndex: Int? { pixel == nil ? nil : extrasIndex - 2 }

    var idIndex: Int? { id == nil ? nil : Index.attributes + attributes.count }
}
