import AgreementFiles
import Agreements
import ArgumentParser
import ReportFiles
import SystemFiles

/// Writes a blank report form for an agreement.
struct Form: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Writes a blank report form with the columns, words and units that an agreement needs.",
        discussion: """
            Of form.csv come three files: form.csv, which is to be filled in, form-instructions.md, which says what \
            goes into each column, and form-xlsform.csv, the same as an XLSForm for survey tools. Without -o, or with \
            -, the form alone goes to standard output.

            \(Examples.text([Examples.form]))
            """)

    @OptionGroup var input: AgreementArgument
    @Option(
        name: [.short, .long], help: "The form; standard output when not given.",
        completion: .file())
    var output: String?
    @Flag(name: [.short, .long], help: "Say nothing but errors on standard error.")
    var quiet = false

    func validate() throws {
        try Outputs.check([.init("--output", output)])
    }

    func run() throws {
        let form = ReportForm(try input.read().agreement)
        guard let output, output != "-" else { return try Outputs.write(form.csv, to: nil) }
        let stem = output.lowercased().hasSuffix(".csv") ? String(output.dropLast(4)) : output
        let files = [
            (text: form.csv, path: output),
            (text: form.instructions, path: stem + "-instructions.md"),
            (text: form.xlsForm, path: stem + "-xlsform.csv"),
        ]
        try Outputs.write(files.map { (text: $0.text, path: Optional($0.path)) })
        guard !quiet else { return }
        for (file, what) in zip(files, ["the form", "what goes into it", "the XLSForm"]) {
            Diagnostics.say("dmz: \(String(visible: file.path)): \(what)")
        }
    }
}
