import AgreementFiles
import Agreements
import ArgumentParser
import Geodesy
import SystemFiles

/// What the options of `dmz precedents apply` give for the needs of a precedent.
struct PrecedentArguments {
    private(set) var given = Precedent.Given()
    private let precedent: Precedent

    init(_ precedent: Precedent) { self.precedent = precedent }

    private var lines: [Precedent.Need] { precedent.needs.filter { $0.kind == .line } }

    /// The files that are read.
    var files: [String] {
        given.values.values.compactMap { if case .file(let path) = $0 { path } else { nil } }
            .sorted()
    }

    /// Takes `FILE`, or `NAME=FILE`, as a line.
    mutating func add(line word: String) throws {
        let (name, file) = Self.split(word)
        guard let name, let file, lines.contains(where: { $0.id == name }) || !Self.exists(word)
        else {
            return try add(line: 1, word)
        }
        try put(Self.file(file, "--line"), at: name, as: .line, "--line")
    }

    /// Takes a file as the line of a number, counted from 1 in the order of needs.
    mutating func add(line number: Int, _ file: String) throws {
        let option = number == 1 ? "--line" : "--line-\(number)"
        guard lines.count >= number else {
            throw ValidationError(
                "\(option): \(precedent.id) needs "
                    + (lines.isEmpty
                        ? "no lines" : lines.count == 1 ? "one line" : "\(lines.count) lines")
                    + Self.names(lines))
        }
        try put(Self.file(file, option), at: lines[number - 1].id, as: .line, option)
    }

    /// Takes `NAME=VALUE` for a need of a kind, or of any.
    mutating func add(_ word: String, as kind: Precedent.Need.Kind?) throws {
        let option = kind.map { "--\($0.rawValue)" } ?? "--give"
        let (name, text) = Self.split(word)
        guard let name, let text else {
            throw ValidationError(
                "\(option): '\(String(visible: word))' is not NAME=VALUE"
                    + Self.names(precedent.needs.filter { kind == nil || $0.kind == kind }))
        }
        let need = try self.need(name, option)
        switch kind ?? need.kind {
        case .line, .area: try put(Self.file(text, option), at: name, as: kind ?? need.kind, option)
        case .point: try put(.point(try Self.place(text, option)), at: name, as: .point, option)
        case .length, .moment: try put(.text(text), at: name, as: need.kind, option)
        }
    }

    mutating func add(partyLeft: String?, partyRight: String?, zero: String?) throws {
        (given.partyLeft, given.partyRight, given.zero) = (partyLeft, partyRight, zero)
        for (option, name, party) in [
            ("--party-left", partyLeft, precedent.sides?.left),
            ("--party-right", partyRight, precedent.sides?.right),
        ] where name != nil && party == nil {
            throw ValidationError(
                "\(option): no line of \(precedent.id) says whose side is which, so that no party can be put in "
                    + "place of another; change the names in the file that is made")
        }
    }

    /// Asks for all that is missing, each with the option that gives it.
    func checkMissing() throws {
        let missing = precedent.missing(in: given)
        guard !missing.isEmpty else { return }
        var rows = AlignedRows()
        rows.section("", missing.map { [$0.id, option(for: $0), $0.about] }, indent: 2)
        let optional = precedent.needs.filter { $0.isOptional && given.values[$0.id] == nil }
        if !optional.isEmpty {
            rows.line(
                "  optional: \(optional.map(\.id).joined(separator: ", ")) (dmz precedents show \(precedent.id) "
                    + "tells of all)")
        }
        throw ValidationError(
            "\(precedent.id) needs what only you can give:\n" + rows.text.dropLast())
    }

    /// The option that gives a need.
    private func option(for need: Precedent.Need) -> String {
        switch need.kind {
        case .line:
            let number = lines.firstIndex { $0.id == need.id } ?? 0
            let short = number == 0 ? "--line FILE" : "--line-\(number + 1) FILE"
            return number < 5 ? short : "--line \(need.id)=FILE"
        case .area: return "--area \(need.id)=FILE"
        case .point: return "--point \(need.id)=LON,LAT"
        case .length: return "--give \(need.id)='5 km'"
        case .moment where need.id == precedent.zeroNeed: return "--zero MOMENT"
        case .moment: return "--give \(need.id)=MOMENT"
        }
    }

    private func need(_ name: String, _ option: String) throws -> Precedent.Need {
        if let need = precedent.needs.first(where: { $0.id == name }) { return need }
        let known = precedent.needs.map(\.id)
        throw ValidationError(
            "\(option): \(precedent.id) has no need '\(String(visible: name))'; "
                + Spelling.hint(for: name, in: known))
    }

    private mutating func put(
        _ value: Precedent.Value, at name: String, as kind: Precedent.Need.Kind, _ option: String
    ) throws {
        let need = try need(name, option)
        guard need.kind == kind else {
            throw ValidationError(
                "\(option): '\(name)' is \(need.kind.inWords), to be given by \(self.option(for: need))"
            )
        }
        guard given.values.updateValue(value, forKey: name) == nil else {
            throw ValidationError("\(option): '\(name)' is given twice")
        }
    }

    // MARK: - Words

    /// What is in front of and behind the first `=`.
    private static func split(_ word: String) -> (name: String?, value: String?) {
        guard let sign = word.firstIndex(of: "=") else { return (nil, nil) }
        return (String(word[..<sign]), String(word[word.index(after: sign)...]))
    }

    private static func exists(_ path: String) -> Bool { FileStatus(path: path) != nil }

    private static func file(_ path: String, _ option: String) throws -> Precedent.Value {
        if path.isEmpty { throw ValidationError("\(option): the name of the file is empty") }
        if path == "-" {
            throw ValidationError(
                "\(option): the file is named in the agreement, so that it cannot be standard input"
            )
        }
        return .file(path)
    }

    private static func place(_ text: String, _ option: String) throws -> Coordinate {
        do {
            let place = try PositionArgument(text).coordinate
            if place.isValid { return place }
        } catch let error as ValidationError {
            throw ValidationError("\(option): \(error.message)")
        }
        throw ValidationError(
            "\(option): '\(String(visible: text))' is no longitude and latitude in degrees")
    }

    private static func names(_ needs: [Precedent.Need]) -> String {
        needs.isEmpty ? "" : " (" + needs.map(\.id).joined(separator: ", ") + ")"
    }
}
