import Testing

/// The sentence that says why a position is outside a zone.
@Suite struct ExplainReasonTests {
    static let cases: [(String, String, String)] = [
        (
            "within: 8 km, of: contact, side: west", "30.01,50",
            "on a side on which the zone does not"
        ),
        ("within: 2 km each side, of: contact", "30.1,50", "the distance is beyond the limit"),
        ("between: [1 km, 2 km], of: contact", "30.001,50", "short of the nearer limit"),
        (
            "between: [0.1 km, 2 km], of: contact, side: west", "30.01,50",
            "on the side on which the"
        ),
        (
            "within: 1 km outward, of: town.geojson", "30.01,50",
            "within the area, which does not belong to the zone"
        ),
    ]

    @Test("Why a position is outside a zone", arguments: cases)
    func outside(zone: String, position: String, reason: String) throws {
        let folder = try workplace()
        try folder.write(
            #"{"type":"Polygon","coordinates":[[[29,49],[31,49],[31,51],[29,51],[29,49]]]}"#,
            to: "town.geojson")
        let text = try folder.read("a.yaml")
        try folder.write(
            text.replacing("within: 2 km each side, of: contact", with: zone), to: "z.yaml")
        let run = try Program.shell("$dmz explain z.yaml \(position)", in: folder)
        #expect(run.status == 0)
        #expect(run.output.contains("dmz: outside"))
        #expect(run.output.contains(reason))
    }

    @Test("An attribute is given once")
    func attributeTwice() throws {
        let folder = try workplace()
        let explain = "$dmz explain a.yaml 30.01,50 --category military --attribute calibre="
        #expect(try Program.shell(explain + "'122 mm'", in: folder).status == 0)
        let twice = try Program.shell(explain + "122 --attribute calibre=90", in: folder)
        #expect(twice.status == 64 && twice.errors.contains("'calibre' twice"))
    }

    @Test("Two outputs do not share standard output")
    func sharedOutput() throws {
        let folder = try workplace()
        let both = try Program.shell("$dmz check -q a.yaml r.geojson --summary -", in: folder)
        #expect(both.status == 64 && both.output.isEmpty)
    }

    @Test("A width that is not known is named, and so is a reach that is not stated")
    func notKnown() throws {
        let folder = try workplace()
        try folder.write(
            """
            parties: {west: Party West, east: Party East}
            categories: {mlrs: [grad, uragan]}
            reach: {grad: 21 km}
            lines:
              contact: {geometry: line.geojson, left: west, right: east}
            zones:
              belt: {within: 15-20 km each side, of: contact}
              open: {within: unknown up to 30 km each side, of: contact}
              both: {union: [belt, near]}
              near: {within: 1 km, of: [30, 50]}
            rules:
              own: {withdraw: [mlrs], behind: own reach, of: contact}
            """, to: "k.yaml")
        // At 50 degrees north 0.25 degrees are 17.9 km.
        func output(_ category: String) throws -> String {
            let run = try Program.shell(
                "$dmz explain k.yaml 30.25,50 --category \(category) --party east --uncertainty '1 m'",
                in: folder)
            #expect(run.status == 0, "\(run.errors)")
            return run.output
        }
        let uragan = try output("uragan")
        for words in [
            "the width is only known to lie between 15 km and 20 km",
            "the width is not known, only that it is at most 30 km",
            "the width of 'belt' is only known to lie between 15 km and 20 km",
            "for which the agreement states no reach, so that it cannot be said how far behind the line it has to be",
        ] { #expect(uragan.contains(words), "\(words)\nin\n\(uragan)") }
        let grad = try output("grad")
        #expect(grad.contains("which is not as far behind the line as is asked"), "\(grad)")
        #expect(!grad.contains("states no reach"))
    }

    @Test("Of a level without a model nothing is certain, neither a side nor why")
    func levelWithoutModel() throws {
        let folder = try workplace()
        try folder.write(
            "id,lon,lat,uncertainty_m,uncertainty_level\n1,30.5,50,50,CE90\n", to: "l.csv")
        let run = try Program.shell("$dmz explain a.yaml --in l.csv --record 1", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("right (east), uncertain"), "\(run.output)")
        #expect(run.output.contains("because     a level of CE90 says nothing for certain"))
        let modelled = try Program.shell(
            "$dmz explain a.yaml --in l.csv --record 1 --model normal", in: folder)
        #expect(modelled.output.contains("right (east), certain"), "\(modelled.output)")
    }
}
