import Agreements
import ArgumentParser
import ReportFiles

/// What `check` writes, and where.
struct CheckOutputOptions: ParsableArguments {
    @Option(
        name: [.short, .long], help: "Where findings go; standard output when not given.",
        completion: .file())
    var output: String?
    @Option(
        help: """
            What is written of the findings, such as dmz_zones,dmz_finding; else all but dmz_distances_m, the \
            distances from points and areas that zones are measured from, and, without --model, dmz_probability.
            """)
    var fields: String?
    @Flag(help: "Tables get a column of probabilities for each zone instead of one for all.")
    var wide = false
    @Option(help: "Where counts go, as JSON.", completion: .file())
    var summary: String?
    @Option(
        help: "Where the original bytes of records go that could not be used.",
        completion: .file())
    var rejects: String?
    @Option(
        help: """
            Where the original bytes of records go that are written in other bytes, because they \
            were no JSON or no UTF-8.
            """, completion: .file())
    var altered: String?

    @Option(
        help: """
            Where a profile goes that pins what was recognised of the files, for --profile: runs on parts of \
            a file then give the same as one on the whole.
            """, completion: .file())
    var saveProfile: String?

    func validate() throws {
        _ = try outputFields(of: nil, withModel: true)
        try Outputs.check(outputs)
    }

    /// What is written under an agreement, with or without a model by which probabilities are known.
    func outputFields(of agreement: Agreement?, withModel: Bool) throws -> [OutputField] {
        guard let fields else {
            let usual = agreement.map { OutputField.usual(under: $0) } ?? OutputField.usual
            return usual + (withModel ? [.probability] : [])
        }
        return try fields.split(separator: ",").map { name in
            guard let field = OutputField(name: String(name)) else {
                let known = OutputField.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--fields: '\(name)' is not one of \(known)")
            }
            guard field != .probability || withModel else {
                throw ValidationError(
                    "--fields: \(field.rawValue) is known by a model of positions only; name one, as in "
                        + "--model normal")
            }
            return field
        }
    }

    /// All files that are written; findings may go to standard output.
    var outputs: [Outputs.Name] {
        [
            .init("--output", output ?? "-"), .init("--summary", summary),
            .init("--rejects", rejects),
            .init("--altered", altered), .init("--save-profile", saveProfile),
        ]
    }
}

/// What of the records decides how `check` ends.
struct CheckStatusOptions: ParsableArguments {
    @Flag(help: "End with status 65 when a record could not be used.")
    var strict = false
    @Flag(
        help: """
            End with status 0 also when no record at all could be used, as may be in one part of \
            many.
            """)
    var allowAllRefused = false
    @Option(
        help: """
            End with status 3 when a report, or a window of a cap, has this finding: apparent-breach.
            """)
    var failOn: FailOn?

    enum FailOn: String, CaseIterable, ExpressibleByArgument {
        case apparentBreach = "apparent-breach"
    }
}
