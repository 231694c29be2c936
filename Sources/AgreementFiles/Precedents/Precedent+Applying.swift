import Agreements
import Geodesy
import SystemFiles

extension Precedent {
    /// The agreement file that the precedent makes of lines, areas, places, lengths and moments.
    ///
    /// What depends on optional needs for which nothing is given is left out. The paths of files are written as they lead
    /// there from the folder of the file that is made.
    ///
    /// - Parameters:
    ///   - given: the values of needs, and what takes the place of the precedent's own parties and zero.
    ///   - path: the file that is to be made, which this does not write; empty for one in the working folder.
    /// - Throws: `AgreementFileErrors` with all needs that are missing, all values that are none of what is needed, and all
    ///   that the agreement would have to be refused for.
    public func applied(
        to given: Given, as path: String = ""
    ) throws(AgreementFileErrors) -> AppliedPrecedent {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(path[...$0]) } ?? ""
        var faults = faults(of: given)
        var contents: [String: YAMLNode.Content] = [:]
        for need in needs {
            guard let value = given.values[need.id] else { continue }
            do throws(AgreementFileError) {
                contents[need.id] = try content(of: value, for: need, from: folder)
            } catch {
                faults.append(error)
            }
        }
        let parties = replacement(given, &faults)
        let zero = zero(given, &faults)
        guard faults.isEmpty else { throw AgreementFileErrors(errors: faults) }

        var root = template.with(
            .mapping((template.mapping ?? []).map { $0.with($0.value.filling(contents)) }))
        if let zero { root = root.with(zero: zero) }
        var missing = MissingNeeds(of: needs, in: root)
        let pruned = missing.prune()
        // By the identifiers that the precedent's own parties have.
        let whole = root.with(.mapping(pruned))
        let sections = titled(PartyReplacement(parties)(pruned))
        let leftOut = missing.leftOut.map {
            AppliedPrecedent.LeftOut(part: $0.part, reason: $0.reason)
        }
        root = root.with(.mapping(sections))
        let unverified = figures.filter {
            $0.provenance == .unverified && isIn(whole, $0, zero: zero)
        }
        let moments = zero == nil ? [] : root.moments
        let header = PrecedentHeader(
            precedent: self,
            unverified: unverified.map { figure in
                let isThere = root.node(at: figure.path) != nil
                return (figure, isThere ? figure.path : figure.path.map { parties[$0]?.id ?? $0 })
            }, rules: root.unverifiedRules, leftOut: leftOut, ownMoments: moments)
        let words = Set(parties.values.flatMap { [$0.id, $0.name] })
        let text = header.text + root.text(words: words)
        let file: AgreementFile
        let name = path.isEmpty ? id : path
        do throws(AgreementFileErrors) {
            file = try AgreementFile.read(text: text, name: name, folder: folder)
        } catch {
            throw refusal(error, of: text, named: name, ownMoments: moments)
        }
        return AppliedPrecedent(
            text: text, file: file, leftOut: leftOut, unverified: unverified)
    }

    /// What is wrong with an agreement that nobody has seen: lines of it are quoted, not numbered.
    private func refusal(
        _ refused: AgreementFileErrors, of text: String, named name: String, ownMoments: [String]
    ) -> AgreementFileErrors {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var errors = refused.errors.map { error in
            // What is wrong in a file with a line or area has its place there.
            guard error.file == name else { return error }
            let line = error.line.flatMap { lines.indices.contains($0 - 1) ? lines[$0 - 1] : nil }
            let words = line?.split(separator: " ").joined(separator: " ") ?? ""
            return AgreementFileError(
                error.code, file: error.file, at: nil,
                "the agreement would have to be refused: \(error.reason)"
                    + (words.isEmpty
                        ? "" : " (in '\(words.prefix(100))\(words.count > 100 ? "…" : "")')"))
        }
        if !ownMoments.isEmpty {
            errors.append(
                fault(
                    "there are moments of the precedent's own time, which the zero does not move: "
                        + ownMoments.joined(separator: ", ")
                        + "; leave out the zero, and change them and it in the file that is made"))
        }
        return AgreementFileErrors(errors: errors)
    }

    private func fault(_ reason: String) -> AgreementFileError {
        AgreementFileError(.given, file: id, at: nil, reason)
    }

    /// Names that are no needs, and needs that are missing.
    private func faults(of given: Given) -> [AgreementFileError] {
        let known = needs.map(\.id)
        let unknown = given.values.keys.filter { !known.contains($0) }.sorted()
        return unknown.map {
            fault("there is no need '\($0)'; \(Spelling.hint(for: $0, in: known))")
        }
            + missing(in: given).map {
                fault("needs '\($0.id)', \($0.kind.inWords): \($0.about)")
            }
    }

    // MARK: - Values

    /// What stands in the agreement for a need.
    private func content(
        of value: Value, for need: Need, from folder: String
    ) throws(AgreementFileError) -> YAMLNode.Content {
        switch (value, need.kind) {
        case (.file(let path), .line), (.file(let path), .area):
            return .scalar(try Self.checked(path, for: need, from: folder))
        case (.point(let place), .point):
            guard place.isValid else {
                throw fault("need '\(need.id)': [\(place)] is no longitude and latitude in degrees")
            }
            let mark = TextMark(line: 1, column: 1)
            return .list(
                ["\(place.longitude)", "\(place.latitude)"].map {
                    YAMLNode(content: .scalar($0), mark: mark)
                })
        case (.text(let text), .length):
            do throws(Distance.ParsingError) {
                _ = try Width(parsing: text)
            } catch {
                throw fault("need '\(need.id)': \(error.description)")
            }
            return .scalar(text)
        case (.text(let text), .moment):
            if need.id != zeroNeed { return .scalar(text) }
            return .scalar(try checkedZero(text, "need '\(need.id)'"))
        default:
            throw fault(
                "need '\(need.id)' is \(need.kind.inWords) (\(need.about)), and "
                    + value.inWords + " was given")
        }
    }

    /// The path of a file that holds what is needed, from a folder.
    private static func checked(
        _ path: String, for need: Need, from folder: String
    ) throws(AgreementFileError) -> String {
        let wanted = "needed for '\(need.id)': \(need.about)"
        do throws(AgreementFileError) {
            let file = try GeometryFile(path: path)
            if need.kind == .line {
                _ = try file.line(edges: .geodesic)
            } else {
                _ = try file.area(edges: .planar)
            }
        } catch {
            let place = error.line.map { TextMark(line: $0, column: error.column ?? 1) }
            throw AgreementFileError(
                error.code, file: error.file, at: place, "\(error.reason) (\(wanted))")
        }
        guard let relative = RelativePath.of(path, from: folder) else {
            throw AgreementFileError(
                .unreadable, file: path, at: nil,
                "there is no way to it from the folder '\(folder.isEmpty ? "." : folder)' (\(wanted))"
            )
        }
        // A name in an agreement file is text.
        guard relative.rawBytes == Array(relative.utf8) else {
            throw AgreementFileError(
                .content, file: path, at: nil,
                "its name or that of a folder on the way is not UTF-8, so that no agreement file can name it; rename it"
            )
        }
        let isName =
            !relative.contains("/")
            && (!(relative.hasSuffix(".geojson") || relative.hasSuffix(".json"))
                || AgreementReader.isWrittenPosition(relative) || WKTText(relative) != nil)
        return isName ? "./" + relative : relative
    }

    private func checkedZero(_ text: String, _ what: String) throws(AgreementFileError) -> String {
        if text == "unknown" { return text }
        do throws(ZeroDay.ParsingError) {
            _ = try ZeroDay(parsing: text)
        } catch {
            throw fault("\(what): \(error.description) (as in 2026-12-01T00:00+02:00 Europe/Kyiv)")
        }
        return text
    }

    private func zero(_ given: Given, _ faults: inout [AgreementFileError]) -> String? {
        guard let zero = given.zero else { return nil }
        if let need = zeroNeed, given.values[need] != nil {
            faults.append(fault("the zero is given twice, as such and as need '\(need)'"))
        }
        do throws(AgreementFileError) {
            return try checkedZero(zero, "the zero")
        } catch {
            faults.append(error)
            return nil
        }
    }

    // MARK: - Parties

    /// The new parties by the identifiers of the old ones.
    private func replacement(
        _ given: Given, _ faults: inout [AgreementFileError]
    ) -> [String: PartyReplacement.Party] {
        let asked = [
            ("left", given.partyLeft, sides?.left), ("right", given.partyRight, sides?.right),
        ]
        var parties: [String: PartyReplacement.Party] = [:]
        for (side, name, old) in asked {
            guard let name else { continue }
            let trimmed = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !trimmed.isEmpty else {
                faults.append(fault("the name of the party on the \(side) is empty"))
                continue
            }
            guard let old else {
                faults.append(
                    fault(
                        "no line says which party is on its \(side), so that none can be put in its place"
                    ))
                continue
            }
            parties[old] = PartyReplacement.Party(named: trimmed, side: side)
        }
        let left = given.partyLeft == nil ? nil : sides?.left.flatMap { parties[$0] }
        let right = given.partyRight == nil ? nil : sides?.right.flatMap { parties[$0] }
        if let left, let right, left.id == right.id {
            faults.append(
                fault("'\(left.name)' and '\(right.name)' are the same party; name two that differ")
            )
            return [:]
        }
        let others = (template.member("parties")?.mapping ?? []).map(\.key).filter {
            parties[$0] == nil
        }
        for party in [left, right].compactMap({ $0 })
        where others.contains(where: { $0.lowercased() == party.id }) {
            faults.append(
                fault(
                    "the precedent has a party '\(party.id)' besides the one that '\(party.name)' would be; "
                        + "name it otherwise"))
        }
        return parties
    }

    // MARK: - The result

    /// The sections with a title that says what they are.
    private func titled(_ sections: [YAMLNode.Pair]) -> [YAMLNode.Pair] {
        sections.map { pair in
            guard pair.key == "agreement", let title = pair.value.scalar else { return pair }
            return pair.with(pair.value.with(.scalar(title + " (applied as a precedent)")))
        }
    }

    /// Whether the number of a figure stands in what was made.
    private func isIn(_ root: YAMLNode, _ figure: Figure, zero: String?) -> Bool {
        guard let first = figure.path.first else { return false }
        if first == "zero", zero != nil { return false }
        return root.node(at: figure.path) != nil
    }
}

extension Precedent.Value {
    fileprivate var inWords: String {
        switch self {
        case .file(let path): "the file '\(path)'"
        case .point(let place): "the place [\(place)]"
        case .text(let text): "'\(text)'"
        }
    }
}

extension YAMLNode {
    /// The agreement with a zero, in its place or behind the parties.
    fileprivate func with(zero: String) -> YAMLNode {
        if let node = member("zero") { return with("zero", node.with(.scalar(zero))) }
        var pairs = mapping ?? []
        let place = pairs.firstIndex { $0.key == "parties" }.map { $0 + 1 } ?? 0
        pairs.insert(
            Pair(key: "zero", keyMark: mark, value: with(.scalar(zero))),
            at: min(place, pairs.count))
        return with(.mapping(pairs))
    }

    /// The rules in it that say of themselves that they are unverified.
    fileprivate var unverifiedRules: [String] {
        (member("rules")?.mapping ?? []).filter {
            $0.value.member("provenance")?.scalar == Precedent.Figure.Provenance.unverified.rawValue
        }.map(\.key)
    }

    /// The times in it that are moments and no days from the zero, each with the keys that lead to it.
    fileprivate var moments: [String] {
        func moments(_ node: YAMLNode, _ path: [String]) -> [String] {
            switch node.content {
            case .scalar(let text):
                let isTime = ["from", "until", "due", "begin"].contains(path.last ?? "")
                return isTime && text.first?.isNumber == true && text.contains("T")
                    ? [path.joined(separator: ".") + " " + text] : []
            case .list(let nodes): return nodes.flatMap { moments($0, path) }
            case .mapping(let pairs): return pairs.flatMap { moments($0.value, path + [$0.key]) }
            }
        }
        return moments(self, [])
    }
}
