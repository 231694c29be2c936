import AgreementFiles
import Agreements
import ArgumentParser
import SystemFiles

/// Writes an agreement in clauses.
struct Words: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes an agreement in neutral clauses, as Markdown, or what changed in it.",
        discussion: """
            For drafting and proof-reading: what was understood of the file, as sentences. The file is what counts; \
            nothing reads the sentences back.

            \(Examples.text([Examples.words]))
            """)

    @OptionGroup var input: AgreementArgument
    @Option(
        help: "An older agreement file; only what differs from it is written, in words.",
        completion: .file(extensions: ["yaml", "yml"]))
    var against: String?
    @Option(
        name: [.short, .long], help: "Where to write; standard output when not given.",
        completion: .file())
    var output: String?

    func validate() throws {
        try Outputs.check([.init("--output", output)])
    }

    func run() throws {
        let words = AgreementWords(try input.read().agreement)
        let old = try against.map { AgreementWords(try AgreementArgument.read($0).agreement) }
        try Outputs.write(old.map { words.markdown(against: $0) } ?? words.markdown, to: output)
    }
}
