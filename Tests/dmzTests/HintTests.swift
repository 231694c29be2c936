import Testing

/// What a user is told who writes something near to what is meant.
@Suite struct HintTests {
    private static let agreement = """
        parties: {ua: Ukraine, ru: Russia}
        lines: {c: {geometry: [[12, 47], [12.1, 47]], left: ua, right: ru, edges: geodesic}}
        zones: {b: {within: 5 km each side, of: c}}
        rules: {r: {in: b, prohibits: [any], party: ua}}
        """

    @Test(
        "A command that is none, and a position in two words",
        arguments: [
            ("chek a b", "there is no command 'chek'; did you mean 'check'?"),
            ("validat a", "did you mean 'validate'?"), ("xyz", "known are check, table"),
            (
                "explain a.yaml -30.5 47.52",
                "a position is one word, longitude first: write -30.5,47.52"
            ),
            ("explain a.yaml 30.5, 47.52 --json", "write 30.5,47.52"),
        ])
    func usage(arguments: String, words: String) throws {
        let run = try Program.shell("$dmz \(arguments)", in: try workplace())
        #expect(run.status == 64 && run.output.isEmpty)
        #expect(run.errors.contains(words), "\(run.errors)")
    }

    @Test("Parties that the agreement does not have are told, with the one that may be meant")
    func parties() throws {
        let folder = try workplace()
        try folder.write(Self.agreement, to: "p.yaml")
        try folder.write(
            "lon,lat,party\n12.05,47.01,Ukraine\n12.05,47.01,ru\n12.05,47.01,Ukraine\n"
                + "12.05,47.01,uaa\n12.05,47.01,X\u{1B}y\n", to: "p.csv")
        for threads in [1, 2] {
            let run = try Program.shell("$dmz check p.yaml p.csv --threads \(threads)", in: folder)
            #expect(
                run.errors.contains(
                    "party 'Ukraine' is none of the agreement's: 2 reports; did you mean 'ua'?"))
            #expect(
                run.errors.contains(
                    "party 'uaa' is none of the agreement's: 1 report; did you mean 'ua'?"))
            #expect(run.errors.contains("1 report; known are ua, ru"))
            #expect(!run.errors.contains("\u{1B}"))
        }
        let quiet = try Program.shell("$dmz check -q p.yaml p.csv", in: folder)
        #expect(quiet.errors.isEmpty)
    }

    @Test("Where all reports look swapped the agreement may be what is")
    func swaps() throws {
        let folder = try workplace()
        try folder.write(Self.agreement, to: "p.yaml")
        try folder.write("lon,lat\n47.01,12.05\n47.02,12.05\n", to: "all.csv")
        let all = try Program.shell("$dmz check p.yaml all.csv", in: folder)
        #expect(
            all.errors.contains(
                "longitude and latitude look swapped, in the agreement or in the reports (2 reports): the "
                    + "agreement lies about [12.05, 47.00], the reports about [47.01, 12.05]"))
        try folder.write("lon,lat\n47.01,12.05\n12.05,47.02\n", to: "one.csv")
        let one = try Program.shell("$dmz check p.yaml one.csv", in: folder)
        #expect(
            one.errors.contains(
                "longitude and latitude look swapped in 1 report; longitude comes first"))
    }

    @Test("Zones given by coordinates tell of swapped reports too, wherever they are cut to")
    func swapsByZones() throws {
        let folder = try workplace()
        try folder.write("lon,lat\n47.01,12.05\n", to: "all.csv")
        for zone in [
            "within: 5 km, of: [12, 47]",
            "within: 5 km, of: [12, 47], clip: [[-170, -80], [-10, -80], [10, -80], [170, -80], "
                + "[170, 80], [10, 80], [-10, 80], [-170, 80], [-170, -80]]",
            "polygon: [[12, 47], [12.1, 47], [12.1, 47.1], [12, 47]], edges: planar",
        ] {
            try folder.write("zones: {z: {\(zone)}}", to: "z.yaml")
            let run = try Program.shell("$dmz check z.yaml all.csv", in: folder)
            #expect(
                run.errors.contains("in the agreement or in the reports (1 report)"),
                "\(run.errors)")
        }
    }

    @Test("Measuring says by how much the choice of edges matters, where it was left open")
    func edges() throws {
        let folder = try workplace()
        try folder.write(
            #"{"type": "LineString", "coordinates": [[-64.371054, 25.604782], [-19.65732, 45.178866]]}"#,
            to: "long.geojson")
        try folder.write("lon,lat\n-58.26491343728603,28.5528852825411\n", to: "p.csv")
        let run = try Program.shell("$dmz measure long.geojson p.csv", in: folder)
        #expect(
            run.errors.contains(
                "long.geojson: the line has edges of up to 4529.8 km, read as geodesics"))
        for option in ["-q", "--edges geodesic", "--edges rhumb"] {
            #expect(
                try Program.shell("$dmz measure \(option) long.geojson p.csv", in: folder)
                    .errors.isEmpty)
        }
    }

    @Test("Warnings of an agreement are told by check as well")
    func warnings() throws {
        let folder = try workplace()
        try folder.write(
            "parties: {a: A, b: B}\nzones: {z: {polygon: [[-100, -10], [100, -10], [100, 10], "
                + "[-100, 10], [-100, -10]], edges: planar}}\n", to: "w.yaml")
        try folder.write("lon,lat\n0,0\n150,0\n", to: "p.csv")
        let run = try Program.shell("$dmz check w.yaml p.csv --fields dmz_zones", in: folder)
        #expect(run.output == "lon,lat,dmz_zones,dmz_note,dmz_error\n0,0,,,\n150,0,z,,\n")
        #expect(run.errors.contains("zone 'z': polygon 1, ring 1: the edge from vertex 1"))
    }
}
