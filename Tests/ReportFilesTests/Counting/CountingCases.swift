import Agreements

@testable import ReportFiles

/// A case worked by hand, with the sentence that decides it.
struct CountingCase: Sendable, CustomStringConvertible {
    /// The sentence of an agreement, or of what a mission is asked for.
    let sentence: String
    /// The parts of the agreement's file behind its lines.
    let agreement: String
    /// Reports: where, category, party, day and hour, count, serial, visit.
    let reports: [String]
    var asOf: Int?
    /// Days from which and until which the restricted zone was reported completely.
    var complete: (Int, Int)?
    let expected: [String]

    var description: String { sentence + " / " + reports.joined(separator: "; ") }

    /// The line runs north along 37 E; what is west of it is south's.
    static let head = """
        parties: {north: N, south: S, mission: {name: M, role: observer}}
        zero: 2026-10-01T00:00+00:00
        time-zone: UTC
        categories: {heavy: [tank, howitzer]}
        others: unregulated
        lines:
          contact: {geometry: [[37.0, 47.0], [37.0, 49.0]], left: south, right: north}
        zones:
          restricted: {within: 10 km each side, of: contact}

        """

    private static let places = [
        "in": "37.01,48.0,10", "out": "37.3,48.0,10", "edge": "37.1,48.0,20000",
        "site": "37.9,48.2,10", "about": "37.9,48.2,2000", "site2": "37.9,48.5,10",
        "nowhere": "x,48,10",
    ]

    /// The reports as a table.
    var table: String {
        reports.reduce("longitude,latitude,uncertainty_m,category,party,time,count,serial,visit\n")
        {
            let fields = $1.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            var row = [Self.places[fields[0]] ?? ""] + fields.dropFirst()
            row += Array(repeating: "", count: 7 - row.count)
            if let time = Self.time(row[3]) { row[3] = time }
            return $0 + row.joined(separator: ",") + "\n"
        }
    }

    /// A time such as `3 12:30`: day 3 after the zero at that hour.
    private static func time(_ text: String) -> String? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let day = Int(parts[0]) else { return nil }
        return day + 1 > 31
            ? "2026-11-\(padded(day - 30))T\(parts[1]):00Z"
            : "2026-10-\(padded(day + 1))T\(parts[1]):00Z"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let tanks = "rules: {t: {in: restricted, limits: {tank: 75}, party: north"
    private static let site =
        "sites: {hwha: {area: {within: 1 km, of: [37.9, 48.2]}, party: north, same: serial, inventory: "
    private static let visits = "obligations: {v: {act: inspection, by: mission, "

    static let caps: [CountingCase] = [
        CountingCase(
            sentence: "75 tanks within 10 km of the line", agreement: tanks + "}}",
            reports: ["in,tank,north,1 10:00,76"], expected: ["t tank 76 apparent_breach"]),
        CountingCase(
            sentence: "75 tanks: that is what there is, and all was reported",
            agreement: tanks + "}}", reports: ["in,tank,north,1 10:00,75"], complete: (0, 2),
            expected: ["t tank 75 compliant"]),
        CountingCase(
            sentence: "75 tanks: nobody says that all was reported", agreement: tanks + "}}",
            reports: ["in,tank,north,1 10:00,75"], expected: ["t tank 75 undeterminable"]),
        CountingCase(
            sentence: "75 tanks: two reports of 40 may be of the same", agreement: tanks + "}}",
            reports: ["in,tank,north,1 10:00,40,,v", "in,tank,north,1 12:00,40,,v"],
            complete: (0, 2), expected: ["t tank 40..80 undeterminable"]),
        CountingCase(
            sentence: "75 tanks: two companies seen at one visit are there at once",
            agreement: tanks + ", same: serial}}",
            reports: ["in,tank,north,1 10:00,40,A,v", "in,tank,north,1 12:00,40,B,v"],
            expected: ["t tank 80 apparent_breach"]),
        CountingCase(
            sentence: "75 tanks: two companies seen at two visits may have taken turns",
            agreement: tanks + ", same: serial}}",
            reports: ["in,tank,north,1 10:00,40,A,v", "in,tank,north,1 12:00,40,B,w"],
            complete: (0, 2), expected: ["t tank 40..80 undeterminable"]),
        CountingCase(
            sentence: "75 tanks a day: all of a day count together",
            agreement: tanks + ", same: serial, per: 24 h, counts: in-window}}",
            reports: [
                "in,tank,north,1 10:00,40,A,v", "in,tank,north,1 12:00,40,B,w",
                "in,tank,north,2 12:00,40,B,w",
            ], complete: (2, 3),
            expected: ["t tank 80 apparent_breach", "t tank 40 compliant"]),
        CountingCase(
            sentence: "75 tanks: one company counts once, with its largest number",
            agreement: tanks + ", same: serial}}",
            reports: [
                "in,tank,north,1 10:00,40,A,v", "in,tank,north,1 12:00,70,A,v",
                "in,tank,north,1 13:00,50,A,w",
            ], complete: (0, 2), expected: ["t tank 70 compliant"]),
        CountingCase(
            sentence: "6,000 men: some may be outside the zone",
            agreement: "rules: {p: {in: restricted, limits: {person: 6000}, party: north}}",
            reports: ["in,person,north,1 10:00,5000", "edge,person,north,1 10:00,2000"],
            complete: (0, 2), expected: ["p person 5000..7000 undeterminable"]),
        CountingCase(
            sentence: "6,000 men: what may be outside cannot be a breach",
            agreement: "rules: {p: {in: restricted, limits: {person: 6000}, party: north}}",
            reports: ["edge,person,north,1 10:00,7000"],
            expected: ["p person 0..7000 undeterminable"]),
        CountingCase(
            sentence: "At most 1,000 persons at once, of whatever kind",
            agreement: "rules: {p: {in: restricted, limits: {any: 1000}, party: north}}",
            reports: ["in,clerk,north,1 10:00,1001"], expected: ["p any 1001 apparent_breach"]),
        CountingCase(
            sentence: "75 tanks: a number that cannot be read leaves no bound",
            agreement: tanks + "}}",
            reports: ["in,tank,north,1 10:00,some", "in,tank,north,1 10:00,3"], complete: (0, 2),
            expected: ["t tank 3..* undeterminable"]),
        CountingCase(
            sentence: "75 tanks: half a tank and less than none are no numbers",
            agreement: tanks + "}}",
            reports: ["in,tank,north,1 10:00,2.5", "in,tank,north,1 10:00,-3"], complete: (0, 2),
            expected: ["t tank 0..* undeterminable"]),
        CountingCase(
            sentence: "75 tanks: a record that was refused may tell of more",
            agreement: tanks + "}}",
            reports: ["in,tank,north,1 10:00,3", "nowhere,tank,north,1 10:00,90"],
            complete: (0, 2), expected: ["t tank 3..* undeterminable"]),
        CountingCase(
            sentence: "75 tanks of the north: nobody knows whose it is",
            agreement: tanks + "}}", reports: ["in,tank,,1 10:00,80"], complete: (0, 2),
            expected: ["t tank 0..80 undeterminable"]),
        CountingCase(
            sentence: "75 tanks of the north: the south has its own", agreement: tanks + "}}",
            reports: ["in,tank,south,1 10:00,80", "out,tank,north,1 10:00,90"],
            complete: (0, 2), expected: ["t tank 0 compliant"]),
        CountingCase(
            sentence: "75 tanks a day: a report without a time may be of any day",
            agreement: tanks + ", per: 24 h}}",
            reports: [
                "in,tank,north,1 10:00,40", "in,tank,north,2 10:00,20", "in,tank,north,,36",
            ], complete: (0, 9),
            expected: ["t tank 40..76 undeterminable", "t tank 20..56 compliant"]),
        CountingCase(
            sentence: "75 tanks a day: a company without a time is the one with it",
            agreement: tanks + ", per: 24 h, same: serial}}",
            reports: ["in,tank,north,1 10:00,40,A", "in,tank,north,,50,A"], complete: (0, 9),
            expected: ["t tank 40..50 compliant"]),
        CountingCase(
            sentence: "No tanks at all from D+3 on",
            agreement: "rules: {t: {in: restricted, limits: {tank: 0}, from: D+3}}",
            reports: ["in,tank,north,1 10:00,5", "in,tank,north,4 10:00"],
            expected: ["t tank 1 apparent_breach"]),
        CountingCase(
            sentence: "75 tanks a week from the zero",
            agreement: tanks + ", per: 1 week}}",
            reports: ["in,tank,north,6 23:59,80", "in,tank,north,7 00:00,70"], complete: (7, 14),
            expected: ["t tank 80 apparent_breach", "t tank 70 compliant"]),
        CountingCase(
            sentence: "75 tanks, those under repair excepted",
            agreement: "rules: {t: {in: restricted, limits: {tank: 75}, exempt: [wreck]}}\n"
                + "#", reports: ["in,tank,north,1 10:00,70", "in,wreck,north,1 10:00,80"],
            complete: (0, 2), expected: ["t tank 70 compliant"]),
        CountingCase(
            sentence: "75 tanks as of a day: what came later is not asked",
            agreement: tanks + "}}",
            reports: ["in,tank,north,1 10:00,70", "in,tank,north,5 10:00,80"], asOf: 2,
            complete: (0, 2), expected: ["t tank 70 compliant"]),
    ]

    static let sites: [CountingCase] = [
        CountingCase(
            sentence: "12 pieces are kept in the site", agreement: site + "{howitzer: 12}}}",
            reports: ["site,howitzer,north,1 10:00,12"],
            expected: ["hwha howitzer present 12, missing 0, extra 0"]),
        CountingCase(
            sentence: "12 pieces are kept in the site: two are missing",
            agreement: site + "{howitzer: 12}}}", reports: ["site,howitzer,north,1 10:00,10"],
            expected: ["hwha howitzer missing 10, missing 2, extra 0"]),
        CountingCase(
            sentence: "12 pieces are kept in the site: there is one more",
            agreement: site + "{howitzer: 12}}}", reports: ["site,howitzer,north,1 10:00,13"],
            expected: ["hwha howitzer extra 13, missing 0, extra 1"]),
        CountingCase(
            sentence: "12 pieces are kept in the site: nobody was there",
            agreement: site + "{howitzer: 12}}}", reports: ["out,howitzer,north,1 10:00,12"],
            expected: ["hwha howitzer not_visited"]),
        CountingCase(
            sentence: "12 pieces: the last visit tells",
            agreement: site + "{howitzer: 12}}}",
            reports: ["site,howitzer,north,1 10:00,12", "site,howitzer,north,8 10:00,9"],
            expected: ["hwha howitzer missing 9, missing 3, extra 0"]),
        CountingCase(
            sentence: "12 pieces: an empty site was visited all the same",
            agreement: site + "{howitzer: 12}}}",
            reports: ["site,howitzer,north,1 10:00,12", "site,inspection,mission,8 10:00"],
            expected: ["hwha howitzer missing 0, missing 12, extra 0"]),
        CountingCase(
            sentence: "H-1 and H-2 are kept in the site",
            agreement: site + "{howitzer: [H-1, H-2]}}}",
            reports: ["site,howitzer,north,1 10:00,,H-2,v", "site,howitzer,north,1 11:00,,H-1,v"],
            expected: ["hwha howitzer present 2, missing 0, extra 0"]),
        CountingCase(
            sentence: "H-1 and H-2 are kept in the site: another took the place of one",
            agreement: site + "{howitzer: [H-1, H-2]}}}",
            reports: ["site,howitzer,north,1 10:00,,H-2,v", "site,howitzer,north,1 11:00,,H-3,v"],
            expected: ["hwha howitzer missing 2, missing 1, extra 1, not seen H-1"]),
        CountingCase(
            sentence: "H-1 and H-2: one without a serial may be either",
            agreement: site + "{howitzer: [H-1, H-2]}}}",
            reports: ["site,howitzer,north,1 10:00,,H-2,v", "site,howitzer,north,1 11:00,,,v"],
            expected: ["hwha howitzer not_verified 1..2, missing 0..1, extra 0..1, not seen H-1"]),
        CountingCase(
            sentence: "12 pieces: whether they stood in the site cannot be told",
            agreement: site + "{howitzer: 12}}}", reports: ["about,howitzer,north,1 10:00,12"],
            expected: ["hwha howitzer not_verified 0..12, missing 0..12, extra 0"]),
        CountingCase(
            sentence: "12 pieces from D+5: nobody was there since",
            agreement: site + "{howitzer: 12}, from: D+5}}",
            reports: ["site,howitzer,north,1 10:00,12"], asOf: 9,
            expected: ["hwha howitzer not_visited"]),
    ]

    static let obligations: [CountingCase] = [
        CountingCase(
            sentence: "Inspections every fortnight",
            agreement: visits + "in: [restricted], every: 14 d}}",
            reports: ["in,inspection,mission,3 10:00", "in,inspection,mission,5 10:00"],
            asOf: 30, expected: ["v restricted met 1 due 1 overdue 1"]),
        CountingCase(
            sentence: "Inspections every fortnight: the first moment of a period is in it",
            agreement: visits + "every: 14 d}}",
            reports: ["in,inspection,mission,0 00:00", "in,inspection,mission,14 00:00"],
            asOf: 20, expected: ["v - met 2"]),
        CountingCase(
            sentence: "Inspections by the mission: the parties' own are none",
            agreement: visits + "every: 14 d}}", reports: ["in,inspection,north,3 10:00"],
            asOf: 13, expected: ["v - due 1"]),
        CountingCase(
            sentence: "Inspections in both: it may have been outside",
            agreement: visits + "in: [restricted], every: 2 weeks}}",
            reports: ["edge,inspection,mission,3 10:00"], asOf: 15,
            expected: ["v restricted due 1 not_verified 1"]),
        CountingCase(
            sentence: "Inspections every week from D+7 until D+21",
            agreement: visits + "every: 7 d, from: D+7, until: D+21}}",
            reports: ["in,inspection,mission,3 10:00", "in,inspection,mission,20 23:00"],
            asOf: 40, expected: ["v - met 1 overdue 1"]),
        CountingCase(
            sentence: "Prisoners are handed over within 24 hours of their capture",
            agreement: "obligations: {p: {act: handover, within: 24 h, of: capture}}",
            reports: ["in,capture,north,1 10:00", "in,handover,north,2 10:00"], asOf: 5,
            expected: ["p - met 1"]),
        CountingCase(
            sentence: "Prisoners are handed over within 24 hours: a minute late",
            agreement: "obligations: {p: {act: handover, within: 24 h, of: capture}}",
            reports: ["in,capture,north,1 10:00", "in,handover,north,2 10:01"], asOf: 5,
            expected: ["p - overdue 1"]),
        CountingCase(
            sentence: "Prisoners are handed over within 24 hours, which have not passed",
            agreement: "obligations: {p: {act: handover, within: 24 h, of: capture}}",
            reports: [
                "in,handover,north,1 09:59", "in,capture,north,1 10:00", "in,capture,north,3 10:00",
            ], asOf: 4, expected: ["p - due 1 overdue 1"]),
        CountingCase(
            sentence: "Prisoners are handed over where they were taken",
            agreement:
                "obligations: {p: {act: handover, within: 24 h, of: capture, in: restricted}}",
            reports: ["in,capture,north,1 10:00", "out,handover,north,1 12:00"], asOf: 5,
            expected: ["p restricted overdue 1"]),
        CountingCase(
            sentence: "Within 24 hours: a handover at no known time may be this one",
            agreement: "obligations: {p: {act: handover, within: 24 h, of: capture}}",
            reports: ["in,capture,north,1 10:00", "in,handover,north,"], asOf: 5,
            expected: ["p - not_verified 1"]),
        CountingCase(
            sentence: "Maps are delivered until D+10",
            agreement: "obligations: {m: {act: maps, by: north, due: D+10}}",
            reports: ["out,maps,north,10 00:00"], asOf: 12, expected: ["m - met 1"]),
        CountingCase(
            sentence: "Maps are delivered until D+10, and were not",
            agreement: "obligations: {m: {act: maps, by: north, due: D+10}}",
            reports: ["out,maps,north,10 01:00"], asOf: 12, expected: ["m - overdue 1"]),
        CountingCase(
            sentence: "Maps are delivered until D+10: it may be another party's",
            agreement: "obligations: {m: {act: maps, by: north, due: D+10}}",
            reports: ["out,maps,,9 01:00"], asOf: 12, expected: ["m - not_verified 1"]),
        CountingCase(
            sentence: "Maps are delivered until D+10, which is to come",
            agreement: "obligations: {m: {act: maps, by: north, due: D+10}}",
            reports: ["in,tank,north,9 01:00"], expected: ["m - due 1"]),
        CountingCase(
            sentence: "A term from a zero that nobody knows",
            agreement: "zeros: {z: unknown}\nobligations: {m: {act: maps, due: z+10}}",
            reports: ["in,tank,north,9 01:00"], expected: ["m - not_verified 1"]),
    ]
}
