import Agreements
import Geodesy
import Testing

@testable import ReportFiles

/// Records that can be read in two ways are read as the file's first 1,000 records allow.
struct HabitTests {
    private struct Found {
        var reports: [Report]
        var notes: [String]
        var refused: [String]
    }

    private func read(
        _ text: String, chunk: Int = .max, _ fields: FieldNames = FieldNames()
    ) throws -> Found {
        var splitter = RecordSplitter(file: "reports", fields: fields, quickFrom: 0)
        var reader = RecordReader(fields: fields)
        var records = ReadRecords()
        var batch = ReportBatch()
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: min(chunk, bytes.count)) {
            try bytes[start..<min(bytes.count, start + min(chunk, bytes.count))].withUnsafeBytes {
                try splitter.feed($0) {
                    reader.read($0, into: &records)
                    batch.append(records)
                }
            }
        }
        try splitter.finish {
            reader.read($0, into: &records)
            batch.append(records)
        }
        let columns = batch.columns
        return Found(
            reports: (0..<columns.count).map { columns.report($0) }, notes: batch.noted.map(\.note),
            refused: batch.refused.map(\.reason))
    }

    private static let head = "longitude;latitude;time;uncertainty_m\n"

    private func record(_ time: String, _ uncertainty: String = "5") -> String {
        "37.5;48.25;\(time);\(uncertainty)\n"
    }

    private var kyiv: FieldNames {
        get throws {
            var fields = FieldNames()
            fields.times.clock = try LocalClock(parsing: "UTC")
            return fields
        }
    }

    private func seconds(_ report: Report) -> Int64? { report.time?.seconds }

    @Test func thousandsAreReadBesideAPositionInOneColumn() throws {
        for position in ["N48°30' E37°30'", "37U DP 30000 50000"] {
            var fields = FieldNames()
            fields.decimalSign = .comma
            let found = try read("mgrs;uncertainty_m\n\(position);1.500\n\(position);2,5\n", fields)
            let bounds = found.reports.map(\.uncertainty.metres)
            #expect(bounds.count == 2 && abs(bounds[0] - bounds[1] - 1497.5) < 1e-6, "\(bounds)")
        }
    }

    /// All at once, one at a time, and in a file behind one in which the same text means something else.
    @Test func quantitiesHaveTheSignOfTheirTableHoweverTheyAreRead() throws {
        for (sign, mass) in [(nil, "1,500 kg"), (.point, "1500.0 kg"), (.comma, "1.5 kg")]
            as [(DecimalSign?, String)]
        {
            for isPutTogether in [false, true] {
                var fields = FieldNames()
                fields.attributes = ["mass"]
                fields.decimalSign = sign
                if isPutTogether { fields.addUnknown(["zzz"]) }
                let found = try read("lon;lat;mass\n37;48;1,500 kg\n", fields)
                #expect(found.reports.map { $0.attributes["mass"] } == [mass])
            }
        }
        let head = "lon;lat;mass\n"
        var fields = FieldNames()
        fields.attributes = ["mass"]
        var reader = RecordReader(fields: fields)
        var masses: [String?] = []
        for text in ["37;48;1,500 kg\n", "37.5;48.5;1,500 kg\n", "37;48;1,500 kg\n"] {
            var splitter = RecordSplitter(file: "reports", fields: fields, quickFrom: 0)
            var records = ReadRecords()
            var batch = ReportBatch()
            try Array((head + text).utf8).withUnsafeBytes {
                try splitter.feed($0) {
                    reader.read($0, into: &records)
                    batch.append(records)
                }
            }
            try splitter.finish {
                reader.read($0, into: &records)
                batch.append(records)
            }
            masses.append(batch.columns.report(0).attributes["mass"])
        }
        #expect(masses == ["1,500 kg", "1500.0 kg", "1,500 kg"])
    }

    @Test func objectsOfJSONHavePointsWhateverIsSaidOfTables() throws {
        var fields = FieldNames()
        fields.attributes = ["mass"]
        fields.decimalSign = .comma
        fields.measure = UncertaintyMeasure(codes: [], unit: .metres(1))
        for isPutTogether in [false, true] {
            if isPutTogether { fields.addUnknown(["zzz"]) }
            let found = try read(
                #"{"lon":37.500,"lat":48.250,"mass":1.500,"uncertainty_m":4.500}"# + "\n", fields)
            #expect(found.refused.isEmpty)
            #expect(found.reports.map { $0.attributes["mass"] } == ["1.500"])
            #expect(found.reports.map(\.uncertainty.metres) == [4.5])
        }
    }

    @Test func oneDateThatHasOneReadingDecidesForAll() throws {
        let text =
            Self.head + record("05/02/2017 06:00") + record("04/02/2017 06:00")
            + record("25/02/2017 06:00")
        for chunk in [1, 7, 50, .max] {
            let found = try read(text, chunk: chunk, kyiv)
            // 2017-02-05T06:00Z, the 4th and the 25th
            #expect(
                found.reports.map(seconds) == [1_486_274_400, 1_486_188_000, 1_488_002_400],
                "chunks of \(chunk)")
        }
        let american = try read(text.replacing("25/02", with: "02/25"), kyiv)
        // 2017-05-02T06:00Z
        #expect(seconds(american.reports[0]) == 1_493_704_800)
    }

    @Test func datesThatAllowBothOrNeitherStayOpen() throws {
        let open = try read(Self.head + record("05/02/2017 06:00"), kyiv)
        #expect(seconds(open.reports[0]) == nil)
        #expect(open.notes[0].contains("if the day comes first"))
        let both = try read(
            Self.head + record("05/02/2017 06:00") + record("25/02/2017 06:00")
                + record("02/25/2017 06:00"), kyiv)
        #expect(both.reports.map { $0.time == nil } == [true, false, false])
    }

    @Test func theThousandAndFirstRecordDecidesNothing() throws {
        let many = String(repeating: record("05/02/2017 06:00"), count: 999)
        let last = try read(Self.head + many + record("25/02/2017 06:00"), kyiv)
        #expect(last.reports.allSatisfy { $0.time != nil })
        let late = try read(
            Self.head + many + record("05/02/2017 06:00") + record("25/02/2017 06:00"), kyiv)
        #expect(late.reports.count { $0.time == nil } == 1_000)
        #expect(late.reports.last?.time != nil)
        let contrary = try read(
            Self.head + record("25/02/2017 06:00") + many + record("02/25/2017 06:00"), kyiv)
        #expect(contrary.reports.count { $0.time == nil } == 1)
        #expect(contrary.reports.last?.time == nil)
    }

    @Test func whatTheOptionsSayIsNotLookedFor() throws {
        var fields = try kyiv
        fields.times.dateOrder = .monthFirst
        let found = try read(
            Self.head + record("05/02/2017 06:00") + record("25/02/2017 06:00"), fields)
        #expect(seconds(found.reports[0]) == 1_493_704_800)
        #expect(found.reports[1].time == nil)
    }

    @Test func aRecordIsHeldBackOnlyForWhatItNeeds() throws {
        var splitter = RecordSplitter(file: "reports.csv", fields: try kyiv)
        var given = 0
        func feed(_ text: String) throws {
            try Array(text.utf8).withUnsafeBytes {
                try splitter.feed($0) { given += $0.pieces.count { $0.kind == .record } }
            }
        }
        try feed(Self.head + record("25/02/2017 06:00") + record("2017-02-05T06:00Z"))
        #expect(given == 2)
        try feed(record("05/02/2017 06:00") + record("2017-02-05T06:00Z"))
        #expect(given == 2)
        try feed(String(repeating: record("2017-02-05T06:00Z"), count: 996))
        #expect(given == 1_000)
    }

    /// What a first record says, alone among a thousand that decide, and what it is then read as.
    private static let decided: [(first: String, others: String)] = [
        ("37.5;48.25;;1,500.5;1", "37.5;48.25;;1.5;1"),
        ("37.5;48.25;;1,500,500;1", "37.5;48.25;;1.5;1"),
        ("37,5;48,25;;1.5e3;1", "37,5;48,25;;1,5;1"), ("37,5;48,25;;1,5e3;1", "37,5;48,25;;1,5;1"),
        ("37.500.000;48,25;;1;1", "37,5;48,25;;1,5;1"),
        ("3.75e1;4.825e1;;1;1", "37,5;48,25;;1,5;1"), ("37,500;48,250;;1;1", "37,5;48,25;;1,5;1"),
        ("37,5;48,25;;1;12,5", "37,5;48,25;;1,5;1"),
        ("37,5;48,25;;1;1.500 kg", "37,5;48,25;;1,5;1"),
        ("37.5;48.25;00/05/2017 06:00;1;1", "37.5;48.25;25/02/2017 06:00;1;1"),
        ("37.5;48.25;32/05/2017 06:00;1;1", "37.5;48.25;02/25/2017 06:00;1;1"),
        ("37.5;48.25;05/02/2017 06:00;1;1", "37.5;48.25;02/25/2017 06:00;1;1"),
    ]

    @Test(
        "The size of chunks changes nothing, and the first record is read as if options had said what others tell",
        arguments: decided)
    func chunks(_ first: String, _ others: String) throws {
        var fields = try kyiv
        fields.attributes = ["weight"]
        let text =
            "longitude;latitude;time;uncertainty_m;weight\n\(first)\n"
            + String(repeating: others + "\n", count: 1_000)
        let whole = try read(text, fields)
        let parts = try read(text, chunk: 60, fields)
        fields.looksAtFirstRecords = false
        fields.decimalSign = others.contains(",") ? .comma : .point
        fields.times.dateOrder = others.contains("25/02") ? .dayFirst : .monthFirst
        let said = try read(text, chunk: 60, fields)
        for found in [parts, said] {
            #expect(found.reports.count == whole.reports.count)
            // An uncertainty that is not known is equal to nothing.
            #expect(found.reports.first.map { "\($0)" } == whole.reports.first.map { "\($0)" })
            #expect(found.reports.last.map { "\($0)" } == whole.reports.last.map { "\($0)" })
            #expect(found.notes == whole.notes)
            #expect(found.refused == whole.refused)
        }
    }

    @Test func numbersBesideTheirUnitHaveThousandsToo() throws {
        var fields = FieldNames()
        fields.attributes = ["weight"]
        let found = try read(
            "longitude;latitude;weight\n37,5;48,25;1.500 kg\n37,5;48,25;12,5 kg\n37,5;48,25;1,5\n",
            fields)
        #expect(found.reports.map { $0.attributes["weight"] } == ["1500.0 kg", "12.5 kg", "1.5"])
        // Codes with points are no numbers of such a file.
        let codes = try read("longitude;latitude;weight\n37.5;48.25;1.10\n", fields)
        #expect(codes.reports[0].attributes["weight"] == "1.10")
    }

    @Test func whatAProfileMeasuresHasTheFilesSign() throws {
        var fields = FieldNames()
        fields.measure = UncertaintyMeasure(codes: [], unit: .metres(0.25))
        let found = try read(Self.head + "37,5;48,25;;1.500\n37,5;48,25;;1,5\n", fields)
        #expect(found.reports.map(\.uncertainty) == [.metres(375), .metres(0.375)])
    }

    @Test func distancesOfSectorsHaveTheFilesSign() throws {
        var fields = FieldNames()
        let members = [fields.addExtra("direction"), fields.addExtra("distance")]
        fields.sector = SectorFields(members: members, unit: .metres(1))
        let head = "longitude;latitude;direction;distance\n"
        let comma = try read(head + "37;48;N;1.500\n37;48;N;2,25\n", fields)
        // 1,450 to 1,550 m, and 2.245 to 2.255 m
        #expect(comma.reports[0].position.latitude > 48.01)
        #expect(comma.reports[1].position.latitude < 48.001)
        let point = try read(head + "37.5;48;N;1.500\n37.5;48;N;2,500\n", fields)
        #expect(point.reports[0].position.latitude < 48.001)
        #expect(point.reports[1].position.latitude > 48.01)
    }

    @Test func theDecimalSignIsThatOfTheOthers() throws {
        let comma =
            Self.head + "37,5;48,25;2017-02-05T06:00Z;1,500\n"
            + "37,585;48,257;2017-02-05T06:00Z;1.500\n" + "37;48;2017-02-05T06:00Z;12,5\n"
        for chunk in [1, 11, .max] {
            let found = try read(comma, chunk: chunk)
            #expect(found.reports.map(\.uncertainty.metres) == [1.5, 1_500, 12.5])
            #expect(found.reports[1].position.longitude == 37.585)
        }
        let point = try read(
            Self.head + "37.5;48.25;2017-02-05T06:00Z;1,500\n37.5;48.25;;1.500\n")
        #expect(point.reports.map(\.uncertainty.metres) == [1_500, 1.5])
        let mixed = try read(
            Self.head + "37.5;48.25;;1,500\n37,5;48,25;;1.500\n37,5;48,25;;3,5\n")
        #expect(mixed.reports.map(\.uncertainty.metres.isNaN) == [true, false, false])
    }

    @Test func aNumberThatContradictsIsRefused() throws {
        let many = String(repeating: "37,5;48,25;;5\n", count: 1_000)
        let found = try read(Self.head + many + "37.5;48,25;;5\n37,5;48,25;;2.5\n37,5;48,25;;2,5\n")
        #expect(found.refused.count == 1)
        #expect(
            found.refused[0].contains("has a decimal point, and the file's numbers have a comma"))
        #expect(found.reports.count == 1_002)
        #expect(found.reports[1_000].uncertainty.metres.isNaN)
        #expect(found.reports[1_001].uncertainty == .metres(2.5))
    }

    @Test func gridsHaveThousands() {
        func number(_ text: String, _ sign: DecimalSign?) -> Double? {
            Array(text.utf8).withUnsafeBytes { Double(csv: $0, sign) }
        }
        #expect(number("5.351.700,25", .comma) == 5_351_700.25)
        #expect(number("5,351,700.25", .point) == 5_351_700.25)
        #expect(number("-1.500", .comma) == -1_500)
        for text in ["1.50", "1.5000", "1,5,0", "1.500.00", ".500", "1,500.000", "5351.700", "x"] {
            #expect(number(text, .comma) == nil, "\(text)")
        }
        #expect(number("1,500", .point) == 1_500)
        #expect(number("1,500", nil) == nil)
        // No thousands stand so.
        #expect(number("228976,338", nil) == 228_976.338)
        #expect(number("0,500", nil) == 0.5)
        #expect(number("-012,500", nil) == -12.5)
        #expect(number("1.5e-03", .comma) == nil)
        #expect(number("1,5e-03", .comma) == 0.0015)
    }

    @Test func betweenCommasNothingIsLookedFor() throws {
        let found = try read(
            "longitude,latitude,uncertainty_m\n37.5,48.25,1.500\n\"37,5\",48.25,\"2,5\"\n")
        #expect(found.reports.map(\.uncertainty.metres) == [1.5, 2.5])
    }

    @Test func objectsOfJSONAreLookedAtToo() throws {
        func object(_ time: String) -> String {
            "{\"lat\":48.25,\"lon\":37.5,\"time\":\"\(time)\"}\n"
        }
        let text = object("05.02.2017 06:00") + object("25.02.2017 06:00")
        for chunk in [1, 40, .max] {
            let found = try read(text, chunk: chunk, kyiv)
            #expect(found.reports.map(seconds) == [1_486_274_400, 1_488_002_400])
            let array = try read(
                "[" + text.dropLast().replacing("\n", with: ",") + "]", chunk: chunk, kyiv)
            #expect(array.reports.map(seconds) == [1_486_274_400, 1_488_002_400])
        }
    }
}
