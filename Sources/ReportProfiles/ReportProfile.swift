import Agreements
import ReportFiles
import SystemFiles
internal import Yams

/// How files of one kind are read: under which names reports have what, and what all of them have in common.
///
/// A profile is a YAML file. Those that come with the program lie in `Profiles`; users write their own.
package struct ReportProfile {
    private let entries: [any ProfileEntry]
    /// The keys as they were written.
    let source: Node.Mapping

    /// What can stand in a profile; entries are applied in the order of this table.
    private static let entries: [any ProfileEntry.Type] = [
        AboutEntry.self, FormatEntry.self, WordEntry.self, NameEntry.self, UncertaintyEntry.self,
        FootprintEntry.self, GeometryMeaningEntry.self, PixelEntry.self, AbsentPositionEntry.self,
        PositionNumbersEntry.self, ConstantsEntry.self, TimeZoneEntry.self, TimeFormatEntry.self,
        TimePrecisionEntry.self, AreaEntry.self, PlaceEntry.self, SectorEntry.self,
        RecordsEntry.self, UnknownValuesEntry.self, EncodingEntry.self, DecimalSignEntry.self,
        FirstRecordsEntry.self,
    ]

    /// The names of the profiles that come with the program, sorted.
    package static var names: [String] { builtIn.keys.sorted() }

    private static let builtIn: [String: [UInt8]] = [
        "cot": PackageResources.cot_yaml, "firms": PackageResources.firms_yaml,
        "ais": PackageResources.ais_yaml,
        "acled": PackageResources.acled_yaml, "kobo": PackageResources.kobo_yaml,
        "osce": PackageResources.osce_yaml,
    ]

    /// The profile that says nothing.
    package init() {
        (entries, source) = ([], Node.Mapping([]))
    }

    /// A profile by its name, or from a file whose name ends in `.yaml` or `.yml`.
    package init(named name: String) throws(ProfileFault) {
        if let bytes = Self.builtIn[name] {
            try self.init(yaml: String(decoding: bytes, as: UTF8.self), file: name)
            return
        }
        guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
            throw ProfileFault(
                description:
                    "there is no profile '\(String(visible: name))' (a file of your own ends in .yaml); "
                    + Spelling.hint(for: name, in: Self.names))
        }
        let bytes: [UInt8]
        do throws(RegularFile.Fault) {
            bytes = try RegularFile.read(name)
        } catch {
            throw ProfileFault(description: "\(String(visible: name)): \(error.sentence)")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ProfileFault(description: "\(String(visible: name)): is not UTF-8")
        }
        try self.init(yaml: text, file: name)
    }

    /// A profile from a YAML text.
    package init(yaml: String, file: String) throws(ProfileFault) {
        let root: Node?
        do {
            root = try Parser(yaml: yaml, resolver: .basic, constructor: .default, encoding: .utf8)
                .singleRoot()
        } catch {
            throw ProfileFault(
                description:
                    "\(String(visible: file)): this is not YAML: \(String(visible: "\(error)"))")
        }
        let keys = Self.entries.flatMap { $0.keys }
        guard let root, root.mapping != nil else {
            throw ProfileFault(
                description: "\(String(visible: file)): a profile is a mapping with the keys "
                    + keys.joined(separator: ", "))
        }
        let parts = try ProfileNode(file: file, key: "", root).parts(
            keys, as: "{longitude: LON, latitude: LAT}")
        var entries: [any ProfileEntry] = []
        for type in Self.entries {
            for key in type.keys {
                if let value = parts[key] { entries.append(try type.init(value)) }
            }
        }
        self.entries = entries
        source = root.mapping ?? Node.Mapping([])
    }

    /// Puts what the profile says where nothing else was asked for.
    package func apply(to input: inout ReportInput) {
        let asked = input.fields
        for entry in entries {
            entry.apply(to: &input.fields, asked: asked)
            entry.apply(to: &input)
        }
    }
}
