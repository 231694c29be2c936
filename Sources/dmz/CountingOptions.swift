import Agreements
import ArgumentParser
import ReportFiles

/// As of when caps, sites and obligations are told, and what has been reported completely.
struct CountingOptions: ParsableArguments {
    @Option(
        help: """
            The moment as of which caps, sites and obligations are told, such as D+14 or \
            2026-12-15T00:00:00+02:00; that of the latest report when not given.
            """)
    var asOf: String?
    @Option(
        parsing: .singleValue,
        help: """
            A zone and a time of which all that there was has been reported, in one argument such as \
            'restricted D+0/D+1'; a number up to a cap is compliant only then. May be repeated.
            """)
    var complete: [String] = []

    /// Whether something is said of them.
    var isAsked: Bool { asOf != nil || !complete.isEmpty }

    /// How sets of reports are counted under an agreement; `nil` where it speaks of none.
    func plan(_ compiled: CompiledAgreement, clock: LocalClock?) throws -> CountingPlan? {
        let agreement = compiled.agreement
        var plan = CountingPlan(compiled)
        let moment = try asOf.map { text in try Instant(option: "--as-of", text, agreement, clock) }
        let declared = try complete.map { try self.declared($0, agreement, clock) }
        plan?.asOf = moment
        plan?.complete = declared
        return plan
    }

    private func declared(
        _ text: String, _ agreement: Agreement, _ clock: LocalClock?
    ) throws -> DeclaredComplete {
        let option = "--complete"
        let form =
            "it is a zone, a space, and a first and a last moment with a slash between, as in 'restricted D+0/D+1'"
        let zones = agreement.zones.map(\.id)
        guard let slash = text.lastIndex(of: "/"),
            let zone = zones.filter({ text.hasPrefix($0 + " ") }).max(by: { $0.count < $1.count })
        else {
            let known = zones.joined(separator: ", ")
            throw ValidationError(
                "\(option): '\(text)' names no zone and time; \(form); zones are \(known)")
        }
        let start = text.index(text.startIndex, offsetBy: zone.count + 1)
        guard start <= slash else { throw ValidationError("\(option): '\(text)': \(form)") }
        let from = try Instant(
            option: option, Self.trimmed(text[start..<slash]), agreement, clock)
        let until = try Instant(
            option: option, Self.trimmed(text[text.index(after: slash)...]), agreement, clock)
        guard from < until else {
            throw ValidationError("\(option): '\(text)' ends before or when it begins; \(form)")
        }
        return DeclaredComplete(zone: zone, from: from, until: until)
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
