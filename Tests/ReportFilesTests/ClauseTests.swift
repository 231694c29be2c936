import AgreementFiles
import Agreements
import Foundation
import Geodesy
import TestSupport
import Testing

@testable import ReportFiles

/// The clauses of the catalogue: each is said by the rule, cap, site, obligation or zone that its row names, which judges
/// one report each way as the clause wants it.
@Suite struct ClauseTests {
    static let rows = (try? Fixtures.text("agreements/clauses.csv")).map(ClauseRow.rows) ?? []
    static let files = Set(rows.map(\.file)).subtracting([""]).sorted()

    @Test(
        "At least 180 of 201 clauses are said as they are meant, and of the others it is told why not"
    )
    func counts() {
        #expect(Self.rows.count == 201)
        #expect(Self.files.count == 30)
        #expect(Self.rows.count { $0.verdict == "F" } >= 180)
        for row in Self.rows {
            #expect(["F", "T", "N"].contains(row.verdict), "\(row.clause)")
            #expect(row.verdict == "F" || row.how.count > 10, "\(row.clause)")
            #expect((row.verdict == "N") == row.file.isEmpty, "\(row.clause)")
        }
    }

    @Test("Every clause that is said decides a report each way", arguments: files)
    func clauses(name: String) throws {
        let file = try AgreementFile.read(path: Fixtures.path("agreements/\(name)"))
        let compiled = try CompiledAgreement(file.agreement)
        for row in Self.rows where row.file == name {
            let agreement = file.agreement
            let known =
                agreement.rules.map(\.id) + agreement.zones.map(\.id) + agreement.sites.map(\.id)
                + agreement.obligations.map(\.id)
            #expect(known.contains(row.rule), "\(row.clause): \(row.rule)")
            for (cell, wanted) in [(row.breach, "apparent_breach"), (row.kept, "compliant")] {
                let reports = try cell.components(separatedBy: " + ").map { try ClauseReport($0) }
                let last = try #require(reports.last)
                if let state = last.values["state"] {
                    let found = try Self.state(of: row.rule, reports, compiled)
                    #expect(found == state, "\(row.clause): \(cell)")
                } else {
                    let found = try Self.finding(of: row.rule, last, compiled)
                    let expected = last.membership ?? last.values["finding"] ?? wanted
                    #expect(found == expected, "\(row.clause): \(cell)")
                }
            }
        }
    }

    /// What a rule says of a report, or how it lies to a zone.
    private static func finding(
        of rule: String, _ given: ClauseReport, _ compiled: CompiledAgreement
    ) throws -> String {
        var report = Report(
            position: given.position, category: given.values["category"],
            party: given.values["party"],
            time: try given.values["time"].map { try Instant(parsing: $0) })
        for name in compiled.attributeNames { report.attributes[name] = given.values[name] }
        report.readEventPlaces()
        let judgement = compiled.judge(report)
        if given.membership != nil {
            return judgement.zonesInside.contains(rule)
                ? "inside"
                : judgement.zonesUndeterminable.contains(rule) ? "undeterminable" : "outside"
        }
        return judgement.rules.first { $0.rule == rule }?.finding.rawValue ?? "unregulated"
    }

    /// What is told of a cap, a site or an obligation after some reports.
    private static func state(
        of id: String, _ reports: [ClauseReport], _ compiled: CompiledAgreement
    ) throws -> String? {
        var plan = CountingPlan(compiled)
        let last = reports[reports.count - 1].values
        plan?.asOf = try last["as-of"].map { try Instant(parsing: $0) }
        if let complete = last["complete"],
            let rule = compiled.agreement.rules.first(where: { $0.id == id })
        {
            let ends = try complete.split(separator: "/").map { try Instant(parsing: $0) }
            plan?.complete = rule.zones.map {
                DeclaredComplete(zone: $0, from: ends[0], until: ends[1])
            }
        }
        let folder = try TemporaryFolder()
        let path = try folder.write(
            reports.map { $0.feature + "\n" }.joined(), to: "reports.ndjson")
        var options = CheckRun.Options()
        options.threads = 1
        options.counting = plan
        let output = try OutputFile(path: folder.path + "/out")
        let result = try CheckRun(
            files: [try InputFile(path: path)], input: ReportInput(),
            subject: CheckedAgreement(compiled), options: options, output: output
        ).run()
        try OutputFile.finish([output])
        let sets = try #require(result.sets)
        if let site = sets.sites.first(where: { $0.site == id }) {
            return site.items.first?.state.rawValue
        }
        let duties = sets.obligations.filter { $0.obligation == id }
        if !duties.isEmpty {
            let states: [DutyState] = [.overdue, .notVerified, .met, .due]
            return states.first { state in duties.contains { $0.counts[state.order] > 0 } }?
                .rawValue
        }
        // The gravest of what is found of the rule's caps in any window.
        let found = sets.caps.filter { $0.rule == id }.flatMap(\.windows)
        let counted = found.filter { $0.high != 0 }.map(\.finding)
        // Where nothing counts, such as what is exempt, the cap is kept.
        return found.isEmpty
            ? nil : (Finding.allCases.first { counted.contains($0) } ?? .compliant).rawValue
    }
}

/// A row of the table of clauses.
struct ClauseRow {
    let clause: String
    let verdict: String
    let how: String
    let file: String
    let rule: String
    let breach: String
    let kept: String

    static func rows(_ text: String) -> [ClauseRow] {
        text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(
                String.init)
            func cell(_ k: Int) -> String { k < cells.count ? cells[k] : "" }
            return ClauseRow(
                clause: cell(0) + ": " + cell(1), verdict: cell(2), how: cell(3), file: cell(5),
                rule: cell(6), breach: cell(7), kept: cell(8))
        }
    }
}

/// A report as a cell of the table writes it.
struct ClauseReport {
    let position: Coordinate
    var values: [String: String] = [:]
    /// How it lies to the zone of the row, where that is what is asked.
    var membership: String?

    init(_ text: String) throws {
        let parts = text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        let numbers = try #require(parts.first).split(separator: " ").compactMap { Double($0) }
        try #require(numbers.count == 2)
        position = Coordinate(longitude: numbers[0], latitude: numbers[1])
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2 { values[pair[0]] = pair[1] } else { membership = part }
        }
    }

    /// The same as a GeoJSON feature.
    var feature: String {
        let own = values.filter { !["state", "as-of", "complete", "finding"].contains($0.key) }
        let members = own.sorted { $0.key < $1.key }.map { key, value in
            let isNumber = Double(value) != nil && key != "serial"
            return "\"\(key)\":" + (isNumber ? value : "\"\(value)\"")
        }
        return
            "{\"type\":\"Feature\",\"properties\":{\(members.joined(separator: ","))},\"geometry\":{\"type\":\"Point\","
            + "\"coordinates\":[\(position.longitude),\(position.latitude)]}}"
    }
}
