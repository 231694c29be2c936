import Agreements
import Geodesy
import ReportFiles
import SystemFiles
internal import Yams

/// How files of one kind are read: under which names reports have what, and what all of them have in common.
///
/// A profile is a YAML file. Those that come with the program lie in `Profiles`; users write their own.
package struct ReportProfile {
    /// What the profile is for, in a sentence.
    package let about: String
    private let texts: [String: String]
    private let pixel: PixelFields?
    private let constants: [String: String]
    private let timeFormats: [String]
    /// The keys as they were written.
    let source: Node.Mapping

    /// Why a profile cannot be used.
    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    /// The names of the profiles that come with the program, sorted.
    package static var names: [String] { builtIn.keys.sorted() }

    private static let builtIn: [String: [UInt8]] = [
        "firms": PackageResources.firms_yaml, "ais": PackageResources.ais_yaml,
    ]

    /// The profile that says nothing.
    package init() {
        about = ""
        (texts, pixel, constants, timeFormats, source) = ([:], nil, [:], [], Node.Mapping([]))
    }

    /// A profile by its name, or from a file whose name ends in `.yaml` or `.yml`.
    package init(named name: String) throws(Fault) {
        if let bytes = Self.builtIn[name] {
            try self.init(yaml: String(decoding: bytes, as: UTF8.self), file: name)
            return
        }
        guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
            throw Fault(
                description:
                    "there is no profile '\(String(visible: name))' (a file of your own ends in .yaml); "
                    + Spelling.hint(for: name, in: Self.names))
        }
        let bytes: [UInt8]
        do throws(RegularFile.Fault) {
            bytes = try RegularFile.read(name)
        } catch {
            throw Fault(description: "\(String(visible: name)): \(error.sentence)")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Fault(description: "\(String(visible: name)): is not UTF-8")
        }
        try self.init(yaml: text, file: name)
    }

    /// The keys whose values are names of columns or properties.
    private static let columnNames = [
        "category", "party", "time", "date", "end", "uncertainty", "id", "longitude", "latitude",
        "position",
    ]
    private static let keys =
        columnNames + [
            "about", "time-zone", "time-format", "pixel", "set", "encoding", "decimal-sign",
            "first-records",
        ]

    /// A profile from a YAML text.
    package init(yaml: String, file: String) throws(Fault) {
        func fault(_ node: Node?, _ reason: String) -> Fault {
            let place = node?.mark.map { ":\($0.line):\($0.column)" } ?? ""
            return Fault(
                description: "\(String(visible: file))\(place): \(String(visible: reason))")
        }
        let root: Node?
        do {
            root = try Parser(yaml: yaml, resolver: .basic, constructor: .default, encoding: .utf8)
                .singleRoot()
        } catch {
            throw fault(nil, "this is not YAML: \(error)")
        }
        guard let root, let mapping = root.mapping else {
            throw fault(
                root, "a profile is a mapping with the keys " + Self.keys.joined(separator: ", "))
        }
        var texts: [String: String] = [:]
        var pixel: PixelFields?
        var constants: [String: String] = [:]
        var formats: [String] = []
        for (keyNode, value) in mapping {
            let key = keyNode.scalar?.string ?? ""
            guard Self.keys.contains(key) else {
                throw fault(
                    keyNode,
                    "'\(key)' is not a key of a profile; " + Spelling.hint(for: key, in: Self.keys))
            }
            switch key {
            case "pixel":
                let parts = Self.texts(value)
                guard let parts, Set(parts.keys) == ["across", "along", "unit"],
                    let across = parts["across"], let along = parts["along"],
                    let unit = parts["unit"].flatMap({ try? Distance(parsing: "1 \($0)") })
                else {
                    throw fault(
                        value,
                        "pixel has the keys across, along and unit, as in {across: scan, along: track, "
                            + "unit: km}")
                }
                pixel = PixelFields(across: across, along: along, unit: unit)
            case "set":
                guard let parts = Self.texts(value),
                    Set(parts.keys).isSubset(of: ["category", "party"])
                else {
                    throw fault(
                        value, "set has the keys category and party, as in {category: thermal}")
                }
                constants = parts
            case "time-format":
                let list =
                    value.sequence?.compactMap { $0.scalar?.string } ?? [value.scalar?.string ?? ""]
                formats = list
            default:
                guard let text = value.scalar?.string, !text.isEmpty else {
                    throw fault(value, "\(key) is a text")
                }
                texts[key] = text
            }
        }
        source = mapping
        about = texts["about"] ?? ""
        (self.texts, self.pixel, self.constants, timeFormats) = (texts, pixel, constants, formats)
    }

    private static func texts(_ node: Node) -> [String: String]? {
        guard let mapping = node.mapping else { return nil }
        var texts: [String: String] = [:]
        for (key, value) in mapping {
            guard let name = key.scalar?.string, let text = value.scalar?.string else { return nil }
            texts[name] = text
        }
        return texts
    }

    /// Puts what the profile says where nothing else was asked for.
    package func apply(to input: inout ReportInput) throws(Fault) {
        try apply(to: &input.fields)
        if let name = texts["encoding"], input.encoding == nil {
            guard let encoding = TextEncoding(name) else {
                throw Fault(description: "encoding: '\(String(shown: name))' is not known")
            }
            input.encoding = encoding
        }
    }

    private func apply(to fields: inout FieldNames) throws(Fault) {
        let usual = FieldNames()
        func put(_ key: String, _ path: WritableKeyPath<FieldNames, String>) {
            if let name = texts[key], fields[keyPath: path] == usual[keyPath: path] {
                fields[keyPath: path] = name
            }
        }
        func put(_ key: String, _ path: WritableKeyPath<FieldNames, String?>) {
            if let name = texts[key], fields[keyPath: path] == nil { fields[keyPath: path] = name }
        }
        put("category", \.category)
        put("party", \.party)
        put("time", \.time)
        put("uncertainty", \.uncertainty)
        put("date", \.date)
        put("end", \.end)
        put("id", \.id)
        if fields.position == nil, fields.longitude == nil, fields.latitude == nil {
            put("longitude", \.longitude)
            put("latitude", \.latitude)
            put("position", \.position)
        }
        if texts["uncertainty"] != nil { fields.findsUncertainty = false }
        if let sign = texts["decimal-sign"] {
            guard let known = DecimalSign(rawValue: sign) else {
                throw Fault(
                    description: "decimal-sign: '\(String(shown: sign))' is no sign, expected "
                        + "point or comma")
            }
            fields.decimalSign = fields.decimalSign ?? known
        }
        if let word = texts["first-records"] {
            guard word == "ignored" else {
                throw Fault(
                    description:
                        "first-records: '\(String(shown: word))' is not known, expected ignored")
            }
            fields.looksAtFirstRecords = false
        }
        if fields.pixel == nil { fields.pixel = pixel }
        if fields.constants.category == nil { fields.constants.category = constants["category"] }
        if fields.constants.party == nil { fields.constants.party = constants["party"] }
        if let zone = texts["time-zone"], fields.times.clock == nil {
            do throws(LocalClock.ParsingError) {
                fields.times.clock = try LocalClock(parsing: zone)
            } catch {
                throw Fault(description: "time-zone: \(error.description)")
            }
        }
        for format in timeFormats {
            if let order = DateOrder(rawValue: format) {
                fields.times.dateOrder = fields.times.dateOrder ?? order
            } else if let numbers = NumberMeaning(rawValue: format) {
                fields.times.numbers = fields.times.numbers ?? numbers
            } else {
                throw Fault(description: "time-format: '\(format)' is not known")
            }
        }
    }
}
