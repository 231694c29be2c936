import Agreements
import Geodesy
import GeoJSONText
import Notations
import ReportFiles

/// What was recognised of a file of reports, as a person reads it: a line for each thing, with the option
/// that says it otherwise.
struct InputExplanation {
    private let found: InputRecognition

    init(_ found: InputRecognition) { self.found = found }

    private var fields: FieldNames { found.fields }

    /// The lines.
    func lines() -> [String] {
        let parts: [(String, String)] = [
            ("format", format), ("encoding", encoding), ("decimal sign", decimalSign),
            ("position", position), ("datum", datum), ("time", time), ("uncertainty", uncertainty),
            ("region", region),
            (
                "category",
                value(
                    fields.category, found.categories, "--category-field",
                    constant: fields.constants.category)
            ),
            (
                "party",
                value(
                    fields.party, found.parties, "--party-field",
                    constant: fields.constants.party)
            ),
        ]
        let width = parts.map(\.0.count).max() ?? 0
        var lines = ["\(found.name): \(count(found.records, "record")) looked at" + rest]
        lines += parts.map {
            "  " + $0.0 + String(repeating: " ", count: width + 2 - $0.0.count) + $0.1
        }
        lines += found.examples.enumerated().map {
            "  record \($0.offset + 1): \(Self.words($0.element))"
        }
        lines += found.notes.map { "  noted: \($0)" }
        return lines
    }

    private var rest: String { found.isWhole ? ", which are all" : "; there are more" }

    private func count(_ number: Int, _ word: String) -> String {
        "\(number.grouped) \(word)\(number == 1 ? "" : "s")"
    }

    private var format: String {
        var words: String
        switch found.format {
        case .csv:
            let delimiter = found.layout.map { Self.words(ofDelimiter: $0.delimiter) } ?? ""
            words = "CSV, fields parted by \(delimiter), \(count(found.names.count, "column"))"
        case .geojson: words = "GeoJSON"
        case .array: words = "JSON array of records"
        case .lines: words = "one object of JSON a line"
        case .sequence: words = "GeoJSON text sequence"
        case .cot: words = "events of Cursor on Target in XML"
        case nil: words = "none, there are no records"
        }
        if let compression = found.compression { words += ", within \(compression)" }
        return words + " (--format)"
    }

    private static func words(ofDelimiter byte: UInt8) -> String {
        switch byte {
        case 0x09: "tab"
        case 0x2C: "comma"
        case 0x3B: "semicolon"
        default: "'\(Character(Unicode.Scalar(byte)))'"
        }
    }

    private var encoding: String {
        (found.encoding?.name ?? "UTF-8") + " (--encoding)"
    }

    private var decimalSign: String {
        guard found.layout != nil else { return "point, as JSON has it" }
        if let sign = fields.decimalSign { return "\(sign.rawValue), as it was said" }
        if let sign = found.habits.decimalSign {
            return "\(sign.rawValue), as these records have it (--decimal-sign)"
        }
        return "each number tells its own (--decimal-sign)"
    }

    private var position: String {
        let words: String
        if let layout = found.layout {
            let names = layout.positionNames.map(quoted).joined(separator: ", ")
            let notations = found.notations.sorted { $0.key.words < $1.key.words }
                .map { "\($0.key.words) in \($0.value.grouped)" }
            words =
                names + (layout.isFoundByValues ? ", found by what stands there" : "")
                + (notations.isEmpty || fields.datum != nil || fields.system != nil
                    ? "" : ": " + notations.joined(separator: ", "))
        } else {
            words = "the geometry, or members such as lat and lon"
        }
        let bad =
            found.refused == 0
            ? ""
            : "; \(count(found.refused, "record")) without one, first \(found.firstFault ?? "")"
        return words + bad + " (--lon-field, --lat-field, --position-field)"
    }

    private var datum: String {
        let usual = fields.datum.map { $0.system.label + ", as it was said" } ?? "WGS 84"
        guard let system = fields.system else {
            return fields.datum == nil ? usual + " (--crs)" : usual
        }
        let systems = fields.systems?.used.map(\.system.label) ?? []
        return "by \(quoted(system)): "
            + (systems.isEmpty ? "none names one" : systems.joined(separator: ", "))
            + "; else " + usual + " (--crs-field)"
    }

    private var time: String {
        let names = [fields.date, fields.time, fields.end].compactMap { $0 }
        var words = names.map(quoted).joined(separator: ", ")
        guard found.moments + found.spans > 0 || !found.timeWants.isEmpty else {
            return words + ": none was read (--time-field \(guess("--time-field")))"
        }
        words += ": \(count(found.moments, "moment"))"
        if found.spans > 0 { words += ", \(count(found.spans, "day or span"))" }
        if let order = fields.times.dateOrder ?? found.habits.dateOrder {
            words +=
                ", \(order.rawValue)" + (fields.times.dateOrder == nil ? " (--time-format)" : "")
        }
        if let clock = fields.times.clock { words += ", on the clock of \(clock)" }
        for (want, number) in found.timeWants.sorted(by: { $0.value > $1.value }) {
            switch want {
            case .zone: words += "; \(number.grouped) without an offset need --time-zone"
            case .order:
                words += "; \(number.grouped) with two readings need --time-format dmy or mdy"
            case .numbers:
                words += "; \(number.grouped) numbers need --time-format epoch-seconds or the like"
            }
        }
        return words
    }

    private var uncertainty: String {
        let name = found.layout?.foundUncertainty?.name ?? fields.uncertainty
        let given = found.records - found.refused - found.withoutUncertainty
        let scale = found.layout?.foundUncertainty?.scale ?? 1
        var words = quoted(name) + (scale == 1 ? "" : " times \(Int(scale))")
        words += ": " + (given == 0 ? "none gives one" : "\(given.grouped) give one")
        if found.unreadableUncertainties > 0 {
            words += ", \(found.unreadableUncertainties.grouped) cannot be read"
        }
        if let pixel = fields.pixel {
            words +=
                ", with the pixel of \(quoted(pixel.across)) and \(quoted(pixel.along))"
        }
        if found.withoutUncertainty > 0 {
            words +=
                fields.missingUncertainty > .zero
                ? "; \(fields.missingUncertainty) is taken for the others"
                : "; the others are known as far as their digits go (--uncertainty)"
        }
        let hint = given == 0 ? " \(guess("--uncertainty-field"))" : ""
        return words + " (--uncertainty-field\(hint))"
    }

    /// Which members say of what form the region is.
    private var region: String {
        let names = found.footprintNames.map(quoted).joined(separator: ", ")
        var words = names.isEmpty ? "no property or column says of what form it is" : names
        if found.footprints > 0 { words += ": \(found.footprints.grouped) have one" }
        return words + " (--uncertainty-level-field, --semi-major-field and the like)"
    }

    private func value(
        _ name: String, _ number: Int, _ option: String, constant: String?
    ) -> String {
        if let constant {
            return quoted(name)
                + ", else \(quoted(constant)): \(number.grouped) have one (\(option), --set)"
        }
        let hint = number == 0 ? " \(guess(option))" : ""
        return quoted(name) + ": " + (number == 0 ? "none gives one" : "\(number.grouped) give one")
            + " (\(option)\(hint))"
    }

    private func guess(_ option: String) -> String {
        MissingValues.guess(option, found.names).map { String(shown: $0) + "?" } ?? "NAME"
    }

    private func quoted(_ name: String) -> String { "'\(String(shown: name))'" }

    private static func words(ofRegion report: Report) -> String {
        let reach = report.footprint?.enclosingCircle.radius ?? .zero
        let level = report.footprint?.level ?? .bound
        return "in a region within \(reach.metres.fixed(1)) m of its middle"
            + (level == .bound ? "" : " at \((level.share * 100).fixed(1)) %")
            + (report.uncertainty == .zero
                ? "" : ", or \(report.uncertainty.metres.fixed(1)) m beyond")
    }

    private static func words(_ example: InputRecognition.Example) -> String {
        switch example {
        case .refused(let reason): return "refused: \(reason)"
        case .report(let report):
            let place = report.position
            var parts = [
                "\(place.longitude.fixed(6)) \(place.latitude.fixed(6))",
                report.uncertainty.metres.isNaN
                    ? "uncertainty not known"
                    : report.footprint != nil
                        ? Self.words(ofRegion: report)
                        : report.uncertainty == .zero
                            ? "exact" : "within \(report.uncertainty.metres.fixed(1)) m",
            ]
            if let time = report.time { parts.append(time.description) }
            if let span = report.span { parts.append("\(span.first) to \(span.last)") }
            if let category = report.category {
                parts.append("category \(String(shown: category))")
            }
            if let party = report.party { parts.append("party \(String(shown: party))") }
            return parts.joined(separator: ", ")
        }
    }
}
