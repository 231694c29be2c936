import Agreements

/// Lines and zones that change.
extension AgreementReader {
    /// The versions in a list, each with when it holds.
    ///
    /// - Parameter form: reads what a version is from its keys.
    mutating func versions<Form: Hashable & Sendable>(
        _ node: YAMLNode, _ what: String, _ path: [String], keys: [String],
        _ form: (inout AgreementReader, Fields, TextMark) -> Form?
    ) -> [Version<Form>] {
        marks[path + ["versions"]] = node.mark
        guard let list = node.list, !list.isEmpty else {
            refuse(
                node.mark,
                "the versions of \(what) are a list, each with 'from', 'until' or both, not \(node.inWords)"
            )
            return []
        }
        var found: [Version<Form>] = []
        for entry in list {
            let own =
                keys.filter { $0 != "versions" && !AgreementKeys.citation.contains($0) }
                + AgreementKeys.version + AgreementKeys.citation
            guard let fields = fields(entry, "a version of \(what)", keys: own),
                let form = form(&self, fields, entry.mark)
            else { continue }
            var version = Version(
                form, from: fields.node("from").flatMap { time($0, "from") },
                until: fields.node("until").flatMap { time($0, "until") },
                status: fields.node("status").flatMap { text($0, "the status") })
            version.citation = citation(fields)
            found.append(version)
        }
        return found
    }

    /// Says where a line or zone has no version for some time, or several.
    mutating func warnOfVersions<Form>(
        _ versions: [Version<Form>], _ what: String, _ path: [String], _ agreement: Agreement
    ) {
        guard !versions.isEmpty else { return }
        func moment(_ time: AgreementTime?) -> Instant? { time.flatMap { agreement.resolve($0) } }
        let times = versions.flatMap { [$0.from, $0.until] }.compactMap { $0 }
        // Of a moment that is not known it cannot be said.
        guard times.allSatisfy({ moment($0) != nil }) else { return }
        let turns = Set(times.compactMap { moment($0) }).sorted()
        let starts = [nil] + turns.map(Optional.some)
        let stretches = zip(starts, starts.dropFirst() + [nil])
        for (from, until) in stretches {
            let count = versions.count { version in
                let begins =
                    moment(version.from).map { begin in from.map { $0 >= begin } ?? false } ?? true
                let ends =
                    moment(version.until).map { end in until.map { $0 <= end } ?? false } ?? true
                return begins && ends
            }
            guard count != 1 else { continue }
            let time = [from.map { "from \($0)" }, until.map { "until \($0)" }].compactMap { $0 }
                .joined(separator: " ")
            warn(
                mark(of: path + ["versions"]),
                count == 0
                    ? "\(what) has no version \(time), so that what is reported then is undeterminable in what "
                        + "depends on it; write a version for that time, or let one begin or end otherwise"
                    : "\(what) has \(count) versions \(time), so that only what all of them have in common is "
                        + "certain then; let one end where the next begins")
        }
    }
}
