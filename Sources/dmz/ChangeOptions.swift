import AgreementFiles
import Agreements
import ArgumentParser
import ReportFiles

/// An older agreement, against which answers are compared.
struct ChangeOptions: ParsableArguments {
    @Option(
        help: """
            An older agreement file: only reports are written of which it says something else, with what it says \
            in dmz_old_* and why in dmz_change.
            """, completion: .file(extensions: ["yaml", "yml"]))
    var against: String?
    @Option(
        help: """
            The same against the agreement itself with a line at one of its versions, counted from 1, as in \
            contact:1.
            """)
    var lineVersion: String?

    /// Whether there is to be an older agreement.
    var isAsked: Bool { against != nil || lineVersion != nil }

    func validate() throws {
        if against != nil, lineVersion != nil {
            throw ValidationError(
                "--against and --line-version name two older agreements; give one")
        }
        if let lineVersion { _ = try Self.version(lineVersion) }
    }

    private static func version(_ text: String) throws -> (line: String, number: Int) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 1, let number = Int(parts[parts.count - 1]), number > 0 else {
            throw ValidationError(
                "--line-version: '\(String(visible: text))' is no line with a version; write contact:1"
            )
        }
        return (parts.dropLast().joined(separator: ":"), number)
    }

    /// The older agreement; `nil` where none is asked for.
    func earlier(than agreement: Agreement) throws -> Agreement? {
        if let against { return try AgreementFile.read(path: against).agreement }
        guard let lineVersion else { return nil }
        let (id, number) = try Self.version(lineVersion)
        guard let place = agreement.lines.firstIndex(where: { $0.id == id }) else {
            let known = agreement.lines.map(\.id)
            throw ValidationError(
                "--line-version: the agreement has no line '\(String(visible: id))'; "
                    + Spelling.hint(for: id, in: known))
        }
        let line = agreement.lines[place]
        guard number <= line.versions.count else {
            throw ValidationError(
                "--line-version: line '\(String(visible: id))' has \(line.versions.count) "
                    + "version\(line.versions.count == 1 ? "" : "s")")
        }
        var older = agreement
        older.lines[place] = line.fixed(atVersion: number - 1)
        return older
    }
}
