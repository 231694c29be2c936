import Agreements
import Datums
import Geodesy

/// Reads the nodes of an agreement file into an agreement, and notes all that is wrong.
struct AgreementReader {
    let file: String
    let folder: String
    var errors: [AgreementFileError]
    var warnings: [AgreementFileError] = []
    /// The paths of the geometry files that were read.
    var geometryFiles: [String] = []
    /// Where each part of the agreement stands, by the path that `AgreementError` uses.
    var marks: [[String]: TextMark] = [:]
    /// Parts of which something could not be read, so that what is missing in them means nothing.
    var broken: Set<[String]> = []
    /// The clock of the agreement's times without an offset.
    var clock: LocalClock?
    /// The names of zeros from which times may be counted.
    var zeros: [String] = []
    /// Words in an order.
    var levels: [OrderedLevels] = []
    /// The word for a zero that is not known yet.
    private static let unknown = "unknown"
    /// What takes coordinates of other systems to WGS 84, by how the file names it.
    var transforms: [PlacingKeys: DatumTransform] = [:]
    /// The systems in which the file has coordinates.
    var systems: [WrittenSystem] = []
    /// The lines that have been read, which others may follow.
    var readLines: [String: LineGeometry] = [:]
    /// The identifiers that the file declares, also of parts that could not be read.
    var declared: [String: [String]] = [:]

    init(file: String, folder: String, errors: [AgreementFileError]) {
        self.file = file
        self.folder = folder
        self.errors = errors
    }

    /// The agreement as far as it could be read; it is good only when `errors` stays empty.
    mutating func read(_ root: YAMLNode?) -> Agreement {
        var agreement = Agreement()
        guard let root, root.scalar != "" else {
            refuse(nil, "the file is empty; an agreement has parties, lines and zones")
            return agreement
        }
        guard
            let fields = fields(
                root, "an agreement", keys: AgreementKeys.top + ["$schema"],
                shown: AgreementKeys.top)
        else { return agreement }
        for key in ["parties", "lines", "zones", "rules"] {
            declared[key] = fields.node(key)?.mapping?.map(\.key) ?? []
        }
        agreement.title = fields.node("agreement").flatMap { text($0, "the title") } ?? ""
        agreement.source = fields.node("source").flatMap { source($0) }
        agreement.parties = entries(fields, "parties").compactMap { party($0) }
        if let node = fields.node("zero") {
            agreement.isZeroUnknown = node.scalar == Self.unknown
            if !agreement.isZeroUnknown { agreement.zero = zero(node) }
        }
        let named = entries(fields, "zeros")
        agreement.zeros = named.compactMap { namedZero($0) }
        zeros = named.map(\.key)
        clock = fields.node("time-zone").flatMap { timeZone($0) }
        agreement.clock = clock
        agreement.area = fields.node("area").flatMap { area($0, "the area of operations") }
        if let node = fields.node("area") { marks[["area"]] = node.mark }
        if let area = agreement.area {
            warnOfWideEdges(area, "the area of operations", at: fields.node("area")?.mark)
        }
        agreement.categories = CategoryTree(entries(fields, "categories").compactMap { branch($0) })
        if let others = fields.node("others").flatMap({
            word($0, "others", Agreement.Others.self)
        }) {
            agreement.others = others
        }
        for entry in entries(fields, "lines") {
            guard let line = line(entry) else { continue }
            agreement.lines.append(line)
            readLines[line.id] = line.geometry
        }
        let lines = Dictionary(
            agreement.lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let sites = entries(fields, "sites")
        declareAreas(of: sites)
        agreement.zones = entries(fields, "zones").compactMap {
            zone($0, lines: lines, area: agreement.area, hasArea: fields.node("area") != nil)
        }
        agreement.zones += sites.compactMap {
            siteArea($0, lines: lines, area: agreement.area, hasArea: fields.node("area") != nil)
        }
        agreement.levels = entries(fields, "levels").compactMap { levels($0) }
        self.levels = agreement.levels
        agreement.reach = entries(fields, "reach").compactMap { reach($0) }
        if let word = fields.node("unattributed").flatMap({
            word($0, "unattributed", Agreement.Unattributed.self)
        }) {
            agreement.unattributed = word
        }
        agreement.rules = entries(fields, "rules").compactMap { rule($0) }
        agreement.sites = sites.compactMap { site($0) }
        agreement.obligations = entries(fields, "obligations").compactMap { obligation($0) }
        agreement.suspensions = fields.node("suspended").map { suspensions($0) } ?? []
        if fields.present(["zones", "lines", "sites"]).isEmpty, !fields.hasTypo {
            refuse(root.mark, "there are no zones; an agreement has parties, lines and zones")
        }
        survey(agreement)
        warnOfInventories(agreement)
        noteFaults(of: agreement, hasZero: fields.node("zero") != nil)
        return agreement
    }

    /// Notes contradictions, but for those that only follow from parts that could not be read.
    private mutating func noteFaults(of agreement: Agreement, hasZero: Bool) {
        for fault in agreement.faults {
            var reason = fault.reason
            switch fault.code {
            case .unknown:
                let (what, section) = Self.kind(of: fault.path.last ?? "")
                let known = declared[section] ?? []
                // Declared, and noted where it could not be read.
                if known.contains(fault.found) { continue }
                reason =
                    "there is no \(what) '\(fault.found)'; "
                    + Spelling.hint(for: fault.found, in: known)
            case .noZero where hasZero: continue
            case .noBeginning where hasZero: continue
            case .emptyRule where broken.contains(Array(fault.path.prefix(2))): continue
            default: break
            }
            refuse(mark(of: fault.path), "\(fault.path.joined(separator: ": ")): \(reason)")
        }
    }

    /// What a key names, and the section in which that is declared.
    private static func kind(of key: String) -> (what: String, section: String) {
        switch key {
        case "in", "except", "reserve", "area": ("zone", "zones")
        case "of", "between": ("line", "lines")
        case "rules": ("rule", "rules")
        default: ("party", "parties")
        }
    }

    /// Where a part of the agreement stands, or else the part that contains it.
    func mark(of path: [String]) -> TextMark? {
        var path = path
        while !path.isEmpty {
            if let mark = marks[path] { return mark }
            path.removeLast()
        }
        return nil
    }

    // MARK: - Small parts

    private mutating func source(_ node: YAMLNode) -> Agreement.Source? {
        if let title = node.scalar { return Agreement.Source(title: title) }
        guard let fields = fields(node, "a source", keys: AgreementKeys.source) else { return nil }
        return Agreement.Source(
            title: fields.node("title").flatMap { text($0, "the title") },
            url: fields.node("url").flatMap { text($0, "the address") },
            status: fields.node("status").flatMap { text($0, "the status") },
            date: fields.node("date").flatMap { text($0, "the date") },
            provenance: fields.node("provenance").flatMap { text($0, "the provenance") })
    }

    private mutating func party(_ entry: YAMLNode.Pair) -> Party? {
        let what = "party '\(entry.key)'"
        guard entry.value.mapping != nil else {
            return text(entry.value, "the name of \(what)").map {
                Party(id: entry.key, name: $0.isEmpty ? entry.key : $0)
            }
        }
        guard let fields = fields(entry.value, what, keys: AgreementKeys.party) else { return nil }
        let name = fields.node("name").flatMap { text($0, "the name of \(what)") } ?? ""
        let role = fields.node("role").flatMap { word($0, "role", Party.Role.self) } ?? .party
        return Party(id: entry.key, name: name.isEmpty ? entry.key : name, role: role)
    }

    mutating func zero(_ node: YAMLNode) -> ZeroDay? {
        guard let text = text(node, "the zero day") else { return nil }
        do throws(ZeroDay.ParsingError) {
            return try ZeroDay(parsing: text)
        } catch {
            refuse(
                node.mark,
                "zero: \(error.description) (as in 2026-12-01T00:00+02:00 Europe/Kyiv)")
            return nil
        }
    }

    private mutating func timeZone(_ node: YAMLNode) -> LocalClock? {
        guard let text = text(node, "the time zone") else { return nil }
        do throws(LocalClock.ParsingError) {
            return try LocalClock(parsing: text)
        } catch {
            refuse(node.mark, "time-zone: \(error.description)")
            return nil
        }
    }

    private mutating func branch(_ entry: YAMLNode.Pair) -> CategoryTree.Branch? {
        texts(entry.value, "the members of category '\(entry.key)'").map {
            CategoryTree.Branch(entry.key, $0)
        }
    }
}
