import AgreementFiles
import ArgumentParser

/// Reads an agreement file and says what was understood.
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks an agreement file and says what was understood of it.",
        discussion: Examples.text([Examples.validate]))

    @OptionGroup var input: AgreementArgument

    @Flag(
        help: ArgumentHelp(
            "Write errors and warnings as one JSON object, for editors.",
            discussion:
                "Each has 'file', 'line', 'column', 'severity' and 'message'. The exit status is as without it: 65 "
                + "when there are errors, 0 otherwise."))
    var json = false

    func run() throws {
        guard json else {
            return try Diagnostics.output(UnderstoodAgreement(try input.read()).text)
        }
        let found: Result<AgreementFile, AgreementFileErrors>
        do throws(AgreementFileErrors) {
            found = .success(try AgreementFile.read(path: input.agreement))
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
