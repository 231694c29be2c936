import Agreements
import Testing

@testable import AgreementFiles

/// Limits, sites and obligations as files write them.
@Suite struct CountingReadingTests {
    private static let head = """
        parties: {north: N, south: S}
        zero: 2026-10-01T00:00+00:00
        lines: {c: {geometry: [[37, 47], [37, 49]], left: south, right: north}}
        zones: {z: {within: 10 km each side, of: c}}

        """

    @Test("Everything that a file says is there")
    func reading() throws {
        let agreement = try AgreementFile.read(
            text: Self.head + """
                rules: {t: {in: z, limits: {tank: 75}, per: 2 weeks, same: serial, counts: in-window}}
                sites:
                  s: {area: {within: 1 km, of: [37.9, 48]}, party: north, inventory: {tank: 12, gun: [a, b]},
                      same: serial, from: D+1, until: D+9, clause: para 1, quote: Twelve tanks.}
                obligations:
                  v: {act: visit, by: [north, south], in: [s, z], every: 24 h, from: D+2}
                  d: {act: maps, due: D+10, clause: para 3}
                  w: {act: handover, within: 24 h, of: capture}
                """
        ).agreement
        let rule = agreement.rules[0]
        #expect(rule.per == CountingPeriod(14, .days) && rule.same == "serial")
        #expect(rule.counts == .inWindow)
        #expect(agreement.zones.map(\.id) == ["z", "s"])
        #expect(
            agreement.sites == [
                Site(
                    id: "s", party: "north",
                    inventory: [
                        Site.Item("tank", count: 12), Site.Item("gun", serials: ["a", "b"]),
                    ], same: "serial", from: .days(1), until: .days(9), clause: "para 1",
                    quote: "Twelve tanks.")
            ])
        let day = try #require(CountingPeriod(24, .hours))
        #expect(
            agreement.obligations == [
                Obligation(
                    id: "v", act: "visit", by: ["north", "south"], in: ["s", "z"], .every(day),
                    from: .days(2)),
                Obligation(id: "d", act: "maps", .due(.days(10)), clause: "para 3"),
                Obligation(id: "w", act: "handover", .within(day, of: "capture")),
            ])
    }

    static let faults: [(text: String, words: String)] = [
        ("rules: {t: {in: z, limits: {tank: -1}}}", "5:35: the limit of 'tank' is a whole number"),
        ("rules: {t: {in: z, limits: {tank: 1}, per: 0 h}}", "it lasts at least 1 h"),
        ("rules: {t: {in: z, limits: {tank: 1}, per: often}}", "'often' is no period"),
        ("rules: {t: {in: z, prohibits: tank, per: 1 d}}", "limits none"),
        ("rules: {t: {in: z, limits: {tank: 1}, same: count}}", "told apart"),
        ("rules: {t: {in: z, limits: {tank: 1}, counts: all}}", "at-once, in-window"),
        ("sites: {z: {area: {within: 1 km, of: [37.9, 48]}}}", "has the identifier of a zone"),
        ("sites: {s: {party: north}}", "has no 'area'"),
        (
            "sites: {s: {area: {within: 1 km, of: [37.9, 48]}, party: nroth}}",
            "did you mean 'north'"
        ),
        (
            "sites: {s: {area: {within: 1 km, of: [37.9, 48]}, inventory: {tank: -1}}}",
            "whole number"
        ),
        ("sites: {s: {area: {within: 1 km, of: [37.9, 48]}, inventory: 12}}", "is a mapping"),
        ("sites: {s: {area: {within: 1 km, of: [37.9, 48]}, inventory: {t: [a]}}}", "add 'same'"),
        (
            "sites: {s: {area: {within: 1 km, of: [37.9, 48]}, same: n, inventory: {t: [a, a]}}}",
            "a serial of its own"
        ),
        (
            "sites: {s: {area: {within: 1 km, of: [37.9, 48]}, from: D+3, until: D+1}}",
            "ends at D+1"
        ),
        ("obligations: {o: {every: 1 d}}", "has no 'act'"),
        ("obligations: {o: {act: a}}", "does not say by when"),
        ("obligations: {o: {act: a, every: 1 d, due: D+1}}", "every and due"),
        ("obligations: {o: {act: a, every: 0 d}}", "it lasts at least 1 h"),
        ("obligations: {o: {act: a, within: 1 d}}", "no 'of'"),
        ("obligations: {o: {act: a, every: 1 d, of: b}}", "has no 'within'"),
        ("obligations: {o: {act: a, every: 1 d, in: [zz]}}", "there is no zone 'zz'"),
        ("obligations: {o: {act: a, every: 1 d, by: east}}", "there is no party 'east'"),
        ("obligations: {o: {act: a, due: D+1, until: D+1}}", "when it has ended at D+1"),
        ("obligations: {o: {act: a, evry: 1 d}}", "did you mean 'every'"),
    ]

    @Test("What is wrong is told with its place and what to write", arguments: faults)
    func refused(text: String, words: String) throws {
        let error = #expect(throws: AgreementFileErrors.self) {
            try AgreementFile.read(text: Self.head + text)
        }
        let found = try #require(error).errors.map(\.description).joined(separator: "\n")
        #expect(found.contains(words), "\(found)")
        // Of one fault one thing is said.
        #expect(error?.errors.count == 1, "\(found)")
    }

    @Test("Without a zero windows begin at midnight, and what comes round needs a beginning")
    func withoutZero() throws {
        let head = Self.head.replacing("zero: 2026-10-01T00:00+00:00\n", with: "")
        func errors(_ text: String) -> String {
            do throws(AgreementFileErrors) {
                _ = try AgreementFile.read(text: head + text)
                return ""
            } catch {
                return error.errors.map(\.description).joined()
            }
        }
        #expect(
            errors("rules: {t: {in: z, limits: {tank: 1}, per: 36 h}}").contains("fit into days"))
        for per in ["6 h", "24 h", "48 h", "5 d"] {
            #expect(errors("rules: {t: {in: z, limits: {tank: 1}, per: \(per)}}").isEmpty)
        }
        #expect(errors("obligations: {o: {act: a, every: 1 d}}").contains("write 'from'"))
        #expect(errors("obligations: {o: {act: a, every: 1 d, from: 2026-10-01T00:00Z}}").isEmpty)
        // A zero that is not known yet leaves open when.
        #expect(errors("zero: unknown\nobligations: {o: {act: a, every: 1 d}}").isEmpty)
    }

    @Test("Categories of inventories that nothing else knows are warned of")
    func inventories() throws {
        let file = try AgreementFile.read(
            text: Self.head + """
                rules: {t: {in: z, limits: {howitzer: 1}}}
                sites: {s: {area: {within: 1 km, of: [37.9, 48]}, inventory: {howizter: 3, howitzer: 2}}}
                """)
        #expect(file.warnings.count == 1)
        #expect(file.warnings.first?.description.contains("did you mean 'howitzer'?") == true)
    }
}
