import AgreementFiles
import Agreements
import ArgumentParser
import ReportFiles
import SystemFiles

/// Reads an agreement file and says what was understood, or checks files of reports.
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Checks an agreement file and says what was understood of it, or checks files of reports.",
        usage: """
            dmz validate <agreement> [--json]
            dmz validate [<agreement>] --reports <file> ... [--json]
            """,
        discussion: Examples.text([Examples.validate, Examples.validateReports]))

    @Argument(
        help: "The agreement file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var agreement: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Files of reports to be checked instead: what of each record is not as docs/report.schema.json has it, and, "
                + "with an agreement, which of its columns and words are missing or unknown.",
            valueName: "file"), completion: .file())
    var reports: [String] = []

    @Flag(
        help: ArgumentHelp(
            "Write errors and warnings as one JSON object, for editors.",
            discussion:
                "Each has 'file', 'line', 'column', 'severity' and 'message', those of reports 'record' in place of "
                + "line and column. The exit status is as without it: 65 when there are errors, 0 otherwise."
        ))
    var json = false

    func validate() throws {
        if agreement == nil, reports.isEmpty {
            throw ValidationError("Missing expected argument '<agreement>'")
        }
    }

    func run() throws {
        guard reports.isEmpty else { return try checkReports() }
        let agreement = agreement ?? ""
        guard json else {
            return try Diagnostics.output(
                UnderstoodAgreement(try AgreementArgument.read(agreement)).text)
        }
        let found: Result<AgreementFile, AgreementFileErrors>
        do throws(AgreementFileErrors) {
            found = .success(try AgreementFile.read(path: agreement))
        } catch {
            found = .failure(error)
        }
        switch found {
        case .success(let file): try Self.output(errors: [], warnings: file.warnings)
        case .failure(let faults):
            try Self.output(errors: faults.errors, warnings: [])
            throw faults.isUnreadable ? ExitCode.inputOutput : ExitCode.unusable
        }
    }

    private func checkReports() throws {
        let agreement = try agreement.map { try AgreementArgument.read($0).agreement }
        var found = ReportValidation(agreement)
        do {
            var input = ReportInput()
            input.fields.times.clock = agreement?.clock
            for file in try Inputs.open(reports, outputs: []) { try found.check(file, input) }
        } catch {
            throw Diagnostics.status(for: error)
        }
        if json {
            try Self.output(found)
        } else {
            try Diagnostics.output(Self.text(found))
        }
        if found.faults.contains(where: \.isError) || found.refused > 0 { throw ExitCode.unusable }
    }

    private static func text(_ found: ReportValidation) -> String {
        var lines = found.faults.map { fault in
            let place = fault.record.map { "record \($0.grouped): " } ?? ""
            return String(visible: "\(fault.file): \(place)\(fault.message)")
        }
        if found.count > lines.count {
            lines.append("and \((found.count - lines.count).grouped) more")
        }
        lines.append(
            "\(found.records.grouped) record\(found.records == 1 ? "" : "s"), "
                + "\(found.refused.grouped) cannot be used, \(found.count.grouped) "
                + "thing\(found.count == 1 ? "" : "s") to mend")
        return lines.map { $0 + "\n" }.joined()
    }

    private static func output(_ found: ReportValidation) throws {
        func list(_ isError: Bool) -> JSONValue {
            .array(
                found.faults.filter { $0.isError == isError }.map { fault in
                    .object([
                        ("file", .string(fault.file)),
                        ("record", fault.record.map { .integer($0) } ?? .null),
                        ("severity", .string(isError ? "error" : "warning")),
                        ("message", .string(fault.message)),
                    ])
                })
        }
        let object = JSONValue.object([("errors", list(true)), ("warnings", list(false))])
        try Diagnostics.output(object.text() + "\n")
    }

    private static func output(
        errors: [AgreementFileError], warnings: [AgreementFileError]
    ) throws {
        let object = JSONValue.object([
            ("errors", .array(errors.map { json($0, "error") })),
            ("warnings", .array(warnings.map { json($0, "warning") })),
        ])
        try Diagnostics.output(object.text() + "\n")
    }

    /// A fault as an object; line and column are null where they are not known.
    private static func json(_ fault: AgreementFileError, _ severity: String) -> JSONValue {
        func number(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
        return .object([
            ("file", .string(fault.file)), ("line", number(fault.line)),
            ("column", number(fault.column)), ("severity", .string(severity)),
            ("message", .string(fault.reason)),
        ])
    }
}
