import Datums
import Geodesy
import Notations

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
    /// Those of these names that CSV must have columns for, because somebody asked for them.
    package var named: [String] = []
    /// Further members that rules ask for.
    package var attributes: [String] = []

    /// The bound on the position's error of reports that give none.
    package var missingUncertainty = Distance.zero

    /// The members with the sides of the pixel of a detection, which bound its position as well.
    package var pixel: PixelFields?
    /// What stands for a category or party that a report does not give.
    package var constants = ReportConstants()

    /// How times are written.
    package var times = TimeReading()
    /// What parts the whole of a table's numbers from their fraction; `nil` where it must tell itself.
    package var decimalSign: DecimalSign?
    /// Whether the first records of a file tell what nobody said of it; else each value must tell itself.
    package var looksAtFirstRecords = true

    package static let usualUncertainty = "uncertainty_m"

    package init() {}

    /// Whether nothing but positions is wanted.
    package var onlyPositions = false

    /// All names, each at its index in `Index`, then the attributes, the id, the date, the end, the system,
    /// those of a pixel and those of positions.
    package var wanted: [String] {
        if onlyPositions { return [system].compactMap { $0 } + positionNames }
        return [category, party, time, uncertainty] + attributes
            + [id, date, end, system, pixel?.across, pixel?.along].compactMap { $0 } + positionNames
    }

    /// The properties that hold a position: one, or longitude and latitude, or none.
    var positionNames: [String] {
        if let position { return [position] }
        if let longitude, let latitude { return [longitude, latitude] }
        return []
    }

    /// The index in `wanted` of the first of them.
    var positionIndex: Int { wanted.count - positionNames.count }

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
        return [Index.uncertainty] + Array(attributes) + (pixelIndex.map { [$0, $0 + 1] } ?? [])
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
    var pixelIndex: Int? { pixel == nil ? nil : positionIndex - 2 }

    var idIndex: Int? { id == nil ? nil : Index.attributes + attributes.count }
}
