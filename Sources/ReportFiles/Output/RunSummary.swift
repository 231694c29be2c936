import Agreements
import Datums
import Geodesy
import Zones

/// The counts of a run with what they came from.
package struct RunSummary: Sendable {
    /// The version of the program.
    package var version: String
    /// The agreement's file.
    package var agreement: InputSummary?
    /// The geometry files that the agreement names.
    package var geometry: [InputSummary] = []
    /// The systems in which the agreement has coordinates, where it names any.
    package var agreementSystems: [WrittenSystem] = []
    /// The file of places by which names in reports were looked up.
    package var gazetteer: InputSummary?
    /// The versions of the libraries that findings depend on, by name.
    package var libraries: [(name: String, version: String)] = []
    /// Why reports were judged without an index although there were enough of them for one.
    package var indexFailure: String?
    /// What was taken for uncertainties that were not given.
    package var missingUncertainty = Distance.zero
    /// What was assumed of how positions spread, if anything.
    package var positionModel: PositionModel?
    /// The clock of times without an offset from UTC, if one was named.
    package var clock: LocalClock?
    /// What took the positions to WGS 84, if they were written in another system.
    package var datum: DatumTransform?
    /// What took the positions of records that name their systems.
    package var datums: DatumSystems?
    /// The files of reports.
    package var inputs: [InputSummary]
    /// Records written.
    package var written: Int
    /// The counts.
    package var tally: Tally
    /// The zones and rules that were counted.
    package var zones: [String]
    package var rules: [String]
    /// What was found of caps, sites and obligations, where the agreement has any.
    package var sets: SetFindings?
    /// The file of the older agreement, where there is one.
    package var earlier: InputSummary?
    /// How many reports are judged otherwise than by an older agreement, where there is one.
    package var changes: ChangeCounts.Counts?

    package init(
        version: String, agreement: InputSummary?, inputs: [InputSummary], written: Int,
        tally: Tally, zones: [String], rules: [String]
    ) {
        self.version = version
        self.agreement = agreement
        self.inputs = inputs
        self.written = written
        self.tally = tally
        self.zones = zones
        self.rules = rules
    }

    /// The summary as JSON; the same bytes for the same run.
    package func json() -> ByteBuffer {
        var out = JSONLines()
        out.open()
        out.member("dmz_version", version)
        if !libraries.isEmpty {
            out.open("libraries")
            for library in libraries { out.member(library.name, library.version) }
            out.close()
        }
        if let agreement { file("agreement", agreement, &out) }
        if let earlier { file("against", earlier, &out) }
        if agreement != nil {
            out.openList("geometry")
            for input in geometry { file(nil, input, &out) }
            out.closeList()
        }
        if !agreementSystems.isEmpty {
            out.openList("agreement_crs")
            for written in agreementSystems {
                out.open(nil)
                out.member("of", written.label)
                system(written.system, written.uses, &out)
                out.close()
            }
            out.closeList()
        }
        if let gazetteer { file("gazetteer", gazetteer, &out) }
        if let indexFailure { out.member("index_not_compiled", indexFailure) }
        out.openList("inputs")
        for input in inputs { file(nil, input, &out) }
        out.closeList()
        out.member("read", tally.read)
        out.member("written", written)
        out.member("rejected", tally.rejected)
        out.member("positions_taken_as_exact", tally.exact)
        out.member("uncertainty_not_given", tally.withoutUncertainty)
        if tally.withLevel > 0 { out.member("levels_below_100_percent", tally.withLevel) }
        if missingUncertainty > .zero {
            out.member("uncertainty_taken_where_not_given", missingUncertainty.description)
        }
        if let positionModel {
            out.open("position_model")
            out.member("spread", positionModel.spread.rawValue)
            out.member("certain_at", "\(positionModel.certainInWords)")
            out.close()
        }
        if let datum {
            out.open("crs")
            system(datum.system, datum.used, &out)
            out.close()
        }
        if let datums {
            out.openList("crs_of_records")
            for datum in datums.used {
                out.open(nil)
                system(datum.system, datum.used, &out)
                out.close()
            }
            out.closeList()
        }
        if let clock { out.member("time_zone", clock.name) }
        out.member("coordinates_look_swapped", tally.swapped)
        out.member("positions_at_zero", tally.atZero)
        out.member("positions_not_available", tally.notAvailable)
        out.member("noted", tally.noted)
        out.member("altered", tally.altered)
        out.open("zones")
        for (k, zone) in zones.enumerated() {
            out.open(zone)
            out.member("inside", tally.zonesInside[k])
            out.member("undeterminable", tally.zonesUndeterminable[k])
            out.close()
        }
        out.close()
        findings("findings", tally.findings, &out)
        out.open("rules")
        for (k, rule) in rules.enumerated() { findings(rule, tally.rules[k], &out) }
        out.close()
        sets?.write(to: &out)
        changes?.write(to: &out)
        out.open("categories_named_by_no_rule")
        for (category, count) in tally.unnamedCategories.sorted(by: { $0.key < $1.key }) {
            out.member(category, count)
        }
        out.close()
        out.close()
        return out.finish()
    }

    private func system(
        _ system: ReferenceSystem, _ uses: [DatumUse], _ out: inout JSONLines
    ) {
        if let code = system.code { out.member("code", code) }
        out.member("name", system.name)
        if !system.isWGS84 {
            out.openList("operations")
            for use in uses {
                out.open(nil)
                if let code = use.operation.code { out.member("code", code) }
                out.member("name", use.operation.name)
                out.member("accuracy", DatumOperation.words(use.accuracy))
                if use.operation.accuracy != use.accuracy {
                    out.member("accuracy_is", "allowed")
                }
                out.close()
            }
            out.closeList()
        }
    }

    private func file(_ name: String?, _ input: InputSummary, _ out: inout JSONLines) {
        out.open(name)
        out.member("name", input.name)
        out.member("bytes", input.bytes)
        if let hash = input.sha256 { out.member("sha256", hash) }
        if let format = input.format { out.member("format", format.rawValue) }
        if let layout = input.layout {
            out.openList("position_columns")
            for name in layout.positionNames { out.element(name) }
            out.closeList()
            if let found = layout.foundUncertainty {
                out.member("uncertainty_column", found.name)
                if found.scale != 1 { out.member("uncertainty_scale", String(found.scale)) }
            }
        }
        if let order = input.habits.dateOrder { out.member("date_order", order.rawValue) }
        if let sign = input.habits.decimalSign { out.member("decimal_sign", sign.rawValue) }
        if let encoding = input.encoding { out.member("encoding", encoding.name) }
        if input.replaced > 0 { out.member("not_characters", input.replaced) }
        out.close()
    }

    private func findings(_ name: String, _ counts: [Int], _ out: inout JSONLines) {
        out.open(name)
        for finding in Finding.allCases {
            out.member(finding.rawValue, counts[finding.order])
        }
        out.close()
    }
}

/// Indented JSON, written from front to back.
struct JSONLines: ~Copyable {
    private(set) var bytes = ByteBuffer()
    private var depth = 0
    private var isFirst = true

    mutating func open(_ name: String? = nil) { begin(name, "{") }
    mutating func openList(_ name: String) { begin(name, "[") }
    mutating func close() { end("}") }
    mutating func closeList() { end("]") }
    consuming func finish() -> ByteBuffer { bytes }

    mutating func member(_ name: String, _ value: Int) {
        item(name)
        bytes.append(contentsOf: String(value).utf8)
    }

    /// A number, or null.
    mutating func member(_ name: String, orNull value: Int?) {
        guard let value else {
            item(name)
            return bytes.append("null")
        }
        member(name, value)
    }

    /// A text, or null.
    mutating func member(_ name: String, orNull value: String?) {
        guard let value else {
            item(name)
            return bytes.append("null")
        }
        member(name, value)
    }

    mutating func member(_ name: String, _ value: String) {
        item(name)
        bytes.appendJSON(value)
    }

    /// A text of a list.
    mutating func element(_ value: String) {
        item(nil)
        bytes.appendJSON(value)
    }

    private mutating func item(_ name: String?) {
        if depth > 0 {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            newLine()
        }
        isFirst = false
        guard let name else { return }
        bytes.appendJSON(name)
        bytes.append(": ")
    }

    private mutating func begin(_ name: String?, _ bracket: StaticString) {
        item(name)
        bytes.append(bracket)
        depth += 1
        isFirst = true
    }

    private mutating func end(_ bracket: StaticString) {
        depth -= 1
        if !isFirst { newLine() }
        isFirst = false
        bytes.append(bracket)
        if depth == 0 { bytes.append(0x0A) }
    }

    private mutating func newLine() {
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }
}
