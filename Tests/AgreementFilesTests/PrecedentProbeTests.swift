import Agreements
import Geodesy
import TestSupport
import Testing

@testable import AgreementFiles

/// Every entry applied to made lines, areas and places: it loads, and its widths decide as the text has them.
///
/// The lines are meridians, so that distances from them are worked out by hand: a line 0.2 degrees east of the one before, with the
/// left to the west.
@Suite struct PrecedentProbeTests {
    struct Probe {
        let entry: String
        let rule: String
        /// The need from which it is measured, and the direction.
        let need: String
        let direction: String
        let broken: Double
        let kept: Double
        let report: [String: String]
        let finding: String

        init?(_ line: Substring) {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(
                String.init)
            let place = cells[2].split(separator: " ").map(String.init)
            func metres(_ text: String) -> Double? { Double(text.dropLast(3)).map { $0 * 1000 } }
            guard cells.count == 7, place.count == 2, let broken = metres(cells[3]),
                let kept = metres(cells[4])
            else { return nil }
            (entry, rule, need, direction) = (cells[0], cells[1], place[0], place[1])
            (self.broken, self.kept) = (broken, kept)
            report = Dictionary(
                cells[5].components(separatedBy: "; ").map { pair in
                    let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
                    return (parts[0], parts[1])
                }, uniquingKeysWith: { $1 })
            finding = cells[6].isEmpty ? "apparent_breach" : cells[6]
        }
    }

    static let lines =
        (try? Fixtures.text("catalogue/probes.csv"))?.split(separator: "\n").dropFirst() ?? []
    static let probes = lines.compactMap { Probe($0) }

    /// Made files for all needs of a precedent, and the place from which each is measured.
    private struct Ground {
        let folder: TemporaryFolder
        var given = Precedent.Given()
        var places: [String: Coordinate] = [:]

        init(_ precedent: Precedent, withOptional: Bool) throws {
            folder = try TemporaryFolder()
            var counts: [Precedent.Need.Kind: Int] = [:]
            for need in precedent.needs {
                let number = Double(counts[need.kind, default: 0])
                counts[need.kind, default: 0] += 1
                guard withOptional || !need.isOptional else { continue }
                switch need.kind {
                case .line:
                    let longitude = 30 + 0.2 * number
                    try add(
                        need,
                        "{\"type\":\"LineString\",\"coordinates\":[[\(longitude),49],[\(longitude),51]]}"
                    )
                    places[need.id] = .at(longitude, 50.3)
                case .area:
                    let (west, east) = (28 - 0.7 * number, 28.5 - 0.7 * number)
                    try add(
                        need,
                        "{\"type\":\"Polygon\",\"coordinates\":[[[\(west),49.5],[\(east),49.5],[\(east),50.5],"
                            + "[\(west),50.5],[\(west),49.5]]]}")
                    places[need.id] = .at(east, 50)
                case .point:
                    given.values[need.id] = .point(.at(30, 50))
                    places[need.id] = .at(30, 50)
                case .length: given.values[need.id] = .text("5 km")
                case .moment:
                    given.values[need.id] = .text("2026-12-01T00:00+02:00 Europe/Kyiv")
                }
            }
        }

        private mutating func add(_ need: Precedent.Need, _ text: String) throws {
            given.values[need.id] = .file(try folder.write(text, to: need.id + ".geojson"))
        }
    }

    @Test("Every entry has a probe, and every probe is of an entry")
    func complete() throws {
        #expect(Self.probes.count == Self.lines.count)
        #expect(Set(Self.probes.map(\.entry)) == Set(try Precedent.all.map(\.id)))
    }

    @Test(
        "Every entry loads, with all that it needs and with what it cannot do without",
        arguments: (try? Precedent.all.map(\.id)) ?? [])
    func probes(id: String) throws {
        let precedent = try #require(try Precedent.named(id))
        let bare = try Ground(precedent, withOptional: false)
        let least = try precedent.applied(to: bare.given, as: bare.folder.path + "/made.yaml")
        let hasOptional = precedent.needs.contains { $0.isOptional }
        #expect(least.leftOut.isEmpty != hasOptional)
        #expect(!least.file.agreement.rules.isEmpty)

        let ground = try Ground(precedent, withOptional: true)
        let applied = try precedent.applied(to: ground.given, as: ground.folder.path + "/made.yaml")
        #expect(applied.leftOut.isEmpty)
        // All that the entry has is in what is made of it.
        for section in ["lines", "zones", "rules", "sites", "obligations"] {
            let wanted = precedent.template.member(section)?.mapping?.map(\.key) ?? []
            let found = try #require(try YAMLDocument.read(applied.text, file: "x").root)
            #expect(found.member(section)?.mapping?.map(\.key) ?? [] == wanted)
        }
        let compiled = try CompiledAgreement(applied.file.agreement)
        for probe in Self.probes where probe.entry == id {
            let place = try #require(ground.places[probe.need], "\(id): \(probe.need)")
            let azimuth: Double = probe.direction == "left" ? -90 : 90
            for (distance, wanted) in [(probe.broken, probe.finding), (probe.kept, "compliant")] {
                let position =
                    distance < 0
                    ? place.moved(-distance, towards: -azimuth)
                    : place.moved(distance, towards: azimuth)
                var report = Report(
                    position: position, category: probe.report["category"],
                    party: probe.report["party"],
                    time: try probe.report["time"].map { try Instant(parsing: $0) })
                for name in compiled.attributeNames { report.attributes[name] = probe.report[name] }
                let found = compiled.judge(report).rules.first { $0.rule == probe.rule }
                #expect(
                    found?.finding.rawValue == wanted,
                    "\(id): \(probe.rule) at \(distance) m \(probe.direction)")
            }
        }
    }
}
