import TestSupport
import Testing

/// Names of what says of which form the region of a report is, by options and in profiles.
@Suite struct FootprintOptionTests {
    private static let table = """
        lon,lat,major,minor,turn,level
        31,50,0.3,0.1,30,CE90
        31,50,0.3,,30,CE90

        """
    /// 300 m in kilometres, by a profile.
    private static let profile = """
        semi-major: {column: [SMAJ, major], unit: km}
        semi-minor: {column: minor, unit: km}
        azimuth: turn
        uncertainty-level: level

        """

    private func explain(_ options: String, _ table: String = Self.table) throws -> Program.Result {
        let folder = try TemporaryFolder()
        try folder.write(table, to: "r.csv")
        try folder.write(Self.profile, to: "p.yaml")
        try folder.write("semi-major: {column: a}\n", to: "unitless.yaml")
        try folder.write("azimuth: {column: a, unit: m}\n", to: "angle.yaml")
        try folder.write("geometry-means: most\n", to: "means.yaml")
        try folder.write("geometry-means: somewhere\n", to: "somewhere.yaml")
        return try Program.shell("$dmz check --explain-input r.csv " + options, in: folder)
    }

    @Test("Options name columns, and --explain-input says which were found")
    func options() throws {
        let none = try explain("")
        #expect(
            none.output.contains("region        no property or column says of what form it is ("))
        #expect(none.output.contains("record 1: 31.000000 50.000000, exact"))
        let run = try explain(
            "--semi-major-field major --semi-minor-field minor --azimuth-field turn "
                + "--uncertainty-level-field level")
        for words in [
            "region        'major', 'minor', 'turn', 'level': 1 have one (--uncertainty-level-field,",
            "record 1: 31.000000 50.000000, in a region within 0.3 m of its middle at 90.0 %",
            "record 2: 31.000000 50.000000, uncertainty not known",
            "'minor' is missing beside 'major', expected a number of metres of 0 or more",
        ] {
            #expect(run.output.contains(words), "\(words) in \(run.output)")
        }
        let missing = try explain("--width-field broad")
        #expect(missing.status == 65)
        #expect(missing.errors.contains("the header has no column 'broad', which was asked for"))
    }

    @Test("Profiles have the same keys, with units of lengths, and options win")
    func profiles() throws {
        let run = try explain("--profile p.yaml")
        #expect(
            run.output.contains(
                "record 1: 31.000000 50.000000, in a region within 300.0 m of its middle at 90.0 %"),
            "\(run.output)")
        #expect(run.output.contains("expected a number of 0 or more, of 1000 m each"))
        // A column that an option names has metres.
        let won = try explain("--profile p.yaml --semi-major-field minor --semi-minor-field minor")
        #expect(won.output.contains("in a region within 0.1 m of its middle"), "\(won.output)")
        for (file, words) in [
            (
                "unitless",
                "semi-major: has the keys column and unit, as in {column: semi-major, unit: km}"
            ),
            ("angle", "azimuth: expected the name of a column or a list of names"),
            ("means", "geometry-means: expected somewhere or all-of-it"),
        ] {
            let bad = try explain("--profile \(file).yaml")
            #expect(bad.status == 64 && bad.errors.contains(words), "\(bad.errors)")
        }
    }

    @Test("A saved profile reads the same again")
    func saved() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.table, to: "r.csv")
        let run = try Program.shell(
            "$dmz check --explain-input r.csv --semi-major-field major --semi-minor-field minor "
                + "--azimuth-field turn --uncertainty-level-field level --geometry-means somewhere "
                + "--save-profile p.yaml > one && $dmz check --explain-input r.csv --profile p.yaml > two; "
                + "cat p.yaml; grep -h record one > 1; grep -h record two > 2; cmp 1 2", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        for line in ["semi-major: major", "uncertainty-level: level", "geometry-means: somewhere"] {
            #expect(run.output.contains(line), "\(run.output)")
        }
    }

    @Test("Lines and polygons are all of it, or somewhere in it")
    func geometries() throws {
        let table = "wkt\n\"LINESTRING(31 50,31.02 50.01)\"\n"
        for options in ["", "--geometry-means somewhere", "--profile somewhere.yaml"] {
            let run = try explain(options, table)
            #expect(run.status == 0)
            #expect(run.output.contains("record 1: 31.010000 50.005000, in a region within "))
        }
        let bad = try explain("--geometry-means most", table)
        #expect(bad.status == 64 && bad.errors.contains("geometry-means"))
    }
}
