import TestSupport
import Testing

/// `dmz table` as it is run.
@Suite struct TableCommandTests {
    private func run(_ line: String) throws -> Program.Result {
        let folder = try workplace()
        try folder.write(
            """
            id,lon,lat,category,party,time
            1,30.01,50,military,east,2026-11-21T22:30:00Z
            1,30.01,50,military,east,2026-11-22T10:30:00Z
            2,31,50,=x,west,2026-11-22T11:30:00Z
            3,31,95,bus,west,2026-11-22T11:30:00Z

            """, to: "r.csv")
        return try Program.shell(
            "$dmz check -q a.yaml r.csv -o f.csv && $dmz check -q a.yaml r.csv | gzip > f.csv.gz && \(line)",
            in: folder)
    }

    @Test("A table as text, and what it says of itself")
    func text() throws {
        let run = try run("$dmz table f.csv --by zone,day --time-zone Europe/Kyiv")
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.output
                == """
                  zone   day         apparent breach  compliant  refused  total  duplicates
                  dmz    2026-11-22                2          0        0      2           1
                  none   2026-11-22                0          1        1      2           0
                  total                            2          1        1      4           1

                  Days, weeks and hours are those of Europe/Kyiv.
                  A report counts in the row of each zone that it has, and once in the total.
                  Rows of zones count a report by its gravest finding, whichever zone the rule is about; --by rule counts by what each rule says.

                """)
        #expect(run.errors.isEmpty)
    }

    @Test("Standard input, compressed files and JSON give the same")
    func inputs() throws {
        let lines = [
            "$dmz table f.csv", "cat f.csv | $dmz table -", "$dmz table f.csv.gz",
            "$dmz table - < f.csv.gz",
        ]
        let texts = try lines.map { try run("\($0) --by party,category -q").output }
        #expect(Set(texts).count == 1 && texts[0].contains("west   =x"))
    }

    @Test("Each format, to a file")
    func formats() throws {
        for (format, start) in [
            (
                "csv",
                "category,apparent_breach,compliant,refused,total,duplicates\r\n'=x,0,1,0,1,0\r\n"
            ),
            ("md", "| category | apparent breach |"), ("html", "<!DOCTYPE html>"),
        ] {
            let run = try run(
                "$dmz table f.csv --by category --distinct --format \(format) -o out && cat out")
            #expect(run.status == 0 && run.output.hasPrefix(start), "\(run.output)")
        }
    }

    @Test(
        "Statuses, and what is said",
        arguments: [
            ("table r.csv --by zone", 65, "r.csv: byte 0: is no file of findings"),
            ("table r.geojson --by zone", 65, "none of its 3 records has dmz_finding"),
            ("table f.csv --by zone,nothing", 64, "--by: 'nothing' is not one of zone, rule,"),
            ("table f.csv --by zone,zone", 64, "--by names zone twice"),
            ("table f.csv --by ''", 64, "--by: '' is not one of"),
            ("table f.csv", 64, "--by"),
            ("table --by zone", 64, "Missing expected argument"),
            ("table missing.csv --by zone", 1, "missing.csv: cannot be read"),
            ("table f.csv --by day --time-zone Kyiv", 64, "--time-zone: 'Kyiv'"),
            ("table f.csv --by day --time-format xyz", 64, "--time-format: 'xyz'"),
            ("table f.csv --by party --party-field Seite", 65, "no column 'Seite'"),
            ("table f.csv --by party -o f.csv", 64, "would be written over"),
            ("table f.csv --by party -o no/such/out", 1, "no/such/out"),
            ("table f.csv --by class", 0, "no record has 'class' (see --class-field)"),
            ("table f.csv --by zone --distinct --id-field party", 0, ""),
        ])
    func statuses(line: String, status: Int32, words: String) throws {
        let run = try run("$dmz \(line)")
        #expect(run.status == status, "\(run.errors)")
        #expect(words.isEmpty || run.errors.contains(words), "\(run.errors)")
        if status != 0 { #expect(run.output.isEmpty) }
    }

    @Test("An empty file is an empty table, a file that is cut off is told")
    func ends() throws {
        let empty = try run(": > e.csv; $dmz table e.csv --by zone")
        #expect(empty.status == 0 && empty.output.contains("  zone   total\n  total      0\n"))
        #expect(empty.errors == "dmz: there are no records\n")
        let cut = try run("head -c 480 f.csv > c.csv; $dmz table c.csv --by party")
        #expect(cut.status == 65, "\(cut.output)\(cut.errors)")
        #expect(cut.errors.contains("cannot be read"), "\(cut.errors)")
    }

    @Test("A profile says under which names times stand, and on which clock")
    func profile() throws {
        let run = try run(
            "printf 'latitude,longitude,acq_date,acq_time,confidence,dmz_finding\\n"
                + "50,30,2026-11-21,2230,n,compliant\\n' > g.csv; "
                + "$dmz table g.csv --by day,hour,category --profile firms --time-zone Europe/Kyiv -q"
        )
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("2026-11-22  00"), "\(run.output)")
    }
}
