import Geodesy
import TestSupport
import Testing
import Zones

@testable import ReportFiles

/// Members of a record that say of what form the region is in which its object may be.
@Suite struct FootprintFieldTests {
    private static let head =
        "lon,lat,uncertainty_m,uncertainty_level,semi_major_m,semi_minor_m,azimuth_deg,width_m,"
        + "length_m,heading_deg,bearing_deg,bearing_error_deg,compass,range_m,range_error_m,"
        + "range_min_m,range_max_m"
    private static let columns = head.split(separator: ",").map(String.init)

    /// A row of CSV at 31, 50, and the same as a Feature.
    private static func records(_ values: [String: String]) -> (csv: String, json: String) {
        let row = columns.dropFirst(2).map { values[$0] ?? "" }.joined(separator: ",")
        let members = values.map { name, text in
            "\"\(name)\":" + (Double(text) == nil ? "\"\(text)\"" : text)
        }
        return (
            head + "\n31,50," + row + "\n", point("[31,50]", "{\(members.joined(separator: ","))}")
        )
    }

    private static let place = Coordinate(longitude: 31, latitude: 50)

    /// Reads both; they must be the same.
    private func read(_ values: [String: String], _ fields: FieldNames = FieldNames()) throws
        -> Reading
    {
        let (csv, json) = Self.records(values)
        let table = try Reading(csv, fields: fields)
        let features = try Reading(json, format: .lines, fields: fields)
        #expect(table.columns.footprints == features.columns.footprints)
        #expect(table.columns.positions == features.columns.positions)
        let (one, other) = (table.reports[0].uncertainty, features.reports[0].uncertainty)
        #expect(one == other || (one.metres.isNaN && other.metres.isNaN))
        #expect(table.refusals.isEmpty && features.refusals.isEmpty)
        #expect(table.notes == features.notes)
        #expect(table.withoutUncertainty == features.withoutUncertainty)
        return table
    }

    static let circles: [(level: String, share: Double)] = [
        ("CEP", 0.5), ("ce90", 0.9), ("CE95", 0.95), ("1 sigma", 0.3934693402873666),
        ("2DRMS", 0.9816843611112658), ("68.3 %", 0.683), ("68.3%", 0.683),
    ]

    @Test("An uncertainty with a level is a circle, and no bound", arguments: circles)
    func circle(level: String, share: Double) throws {
        let found = try read(["uncertainty_m": "20", "uncertainty_level": level])
        let footprint = try #require(found.columns.footprints[0])
        #expect((footprint.level.share - share).magnitude < 1e-12)
        #expect(
            footprint
                == (try .circle(
                    about: Self.place, radius: .metres(20),
                    level: Footprint.Level(share: footprint.level.share))))
        #expect(found.columns.uncertainties == [.zero] && found.notes.isEmpty)
        #expect(found.columns.positions == [Self.place] && found.withoutUncertainty == 0)
    }

    @Test("A bound stays one, and a level alone says nothing", arguments: ["bound", "100 %", ""])
    func bound(level: String) throws {
        let found = try read(["uncertainty_m": "20", "uncertainty_level": level])
        #expect(found.columns.footprints.isEmpty && found.columns.uncertainties == [.metres(20)])
        let alone = try read(["uncertainty_level": "CE90"])
        #expect(alone.columns.footprints.isEmpty && alone.columns.uncertainties == [.zero])
        #expect(alone.withoutUncertainty == 1)
    }

    @Test("An ellipse by its semi-axes, its direction and its level")
    func ellipse() throws {
        let values = [
            "semi_major_m": "300", "semi_minor_m": "100", "azimuth_deg": "30",
            "uncertainty_level": "CE95",
        ]
        let found = try read(values)
        let ellipse = try Footprint.ellipse(
            about: Self.place, semiMajor: .metres(300), semiMinor: .metres(100),
            azimuth: Azimuth(degrees: 30), level: .ce95)
        #expect(found.columns.footprints == [0: ellipse])
        #expect(found.columns.uncertainties == [.zero] && found.withoutUncertainty == 0)
        // What else is stated comes on top; what is taken for others does not.
        let more = try read(values.merging(["uncertainty_m": "7"]) { $1 })
        #expect(more.columns.footprints == [0: ellipse])
        #expect(more.columns.uncertainties == [.metres(7)])
        var fields = FieldNames()
        fields.missingUncertainty = .metres(50)
        #expect(try read(values, fields).columns.uncertainties == [.zero])
        // A circle lies in every direction.
        let round = try read(["semi_major_m": "100", "semi_minor_m": "100"])
        #expect(round.columns.footprints[0]?.enclosingCircle.radius == .metres(100))
        #expect(round.columns.footprints[0]?.level == .bound)
    }

    @Test("A rectangle lies to the north unless its heading is said")
    func rectangle() throws {
        let found = try read(["width_m": "375", "length_m": "500"])
        let north = try Footprint.rectangle(
            about: Self.place, width: .metres(375), length: .metres(500))
        #expect(found.columns.footprints == [0: north])
        // 375 and 500 are sides of a triangle whose third is 625.
        #expect(north.enclosingCircle.radius == .metres(312.5))
        let turned = try read([
            "width_m": "375", "length_m": "500", "heading_deg": "-10", "uncertainty_m": "3",
        ])
        #expect(
            turned.columns.footprints == [
                0: try .rectangle(
                    about: Self.place, width: .metres(375), length: .metres(500),
                    heading: Azimuth(degrees: 350))
            ])
        #expect(turned.columns.uncertainties == [.metres(3)])
    }

    /// The middle of what was seen, by GeographicLib.
    private func expectSector(
        _ found: Reading, azimuth: Double, eitherWay: Double, _ nearest: Double, _ farthest: Double
    ) throws {
        let footprint = try #require(found.columns.footprints[0])
        #expect(
            footprint
                == (try .sector(
                    from: Self.place, bearing: Azimuth(degrees: azimuth),
                    eitherWay: Angle(degrees: eitherWay), nearest: .metres(nearest),
                    farthest: .metres(farthest))))
        let middle = Exact.direct(
            Self.place, azimuth: azimuth, (nearest + farthest) / 2)
        #expect(Exact.distance(middle, found.columns.positions[0]) < 1e-6)
        #expect(found.columns.uncertainties == [.zero] && found.notes.isEmpty)
    }

    @Test("A sector by its direction or a point of the compass, and by its distances")
    func sector() throws {
        try expectSector(
            try read([
                "bearing_deg": "300", "bearing_error_deg": "2", "range_m": "6000",
                "range_error_m": "500",
            ]), azimuth: 300, eitherWay: 2, 5500, 6500)
        try expectSector(
            try read(["compass": "NW", "range_min_m": "7000", "range_max_m": "10000"]),
            azimuth: 315, eitherWay: 11.25, 7000, 10_000)
        try expectSector(
            try read([
                "compass": "south-south-west", "range_m": "6000", "range_error_m": "500",
            ]), azimuth: 202.5, eitherWay: 11.25, 5500, 6500)
        // A distance is none below 0.
        let near = try read([
            "bearing_deg": "0", "bearing_error_deg": "1", "range_m": "100", "range_error_m": "300",
        ])
        #expect(
            near.columns.footprints[0]
                == (try .sector(
                    from: Self.place, bearing: Azimuth(degrees: 0), eitherWay: Angle(degrees: 1),
                    nearest: .zero, farthest: .metres(400))))
        // Who could not tell the direction saw it in any.
        let ring = try read(["compass": "N/K", "range_min_m": "7000", "range_max_m": "10000"])
        #expect(ring.columns.positions == [Self.place])
        #expect(ring.columns.footprints[0]?.enclosingCircle.radius == .metres(10_000))
    }

    /// An observer who is 100 m to the east sees north otherwise by 100 m / N tan(latitude), 0.00107 degrees.
    @Test("An observer's own error comes on top of the sector and widens it")
    func observer() throws {
        let found = try read([
            "uncertainty_m": "100", "bearing_deg": "300", "bearing_error_deg": "2",
            "range_m": "6000", "range_error_m": "500",
        ])
        #expect(found.columns.uncertainties == [.metres(100)])
        let footprint = try #require(found.columns.footprints[0])
        let wide = { (more: Double) throws in
            try Footprint.sector(
                from: Self.place, bearing: Azimuth(degrees: 300),
                eitherWay: Angle(degrees: 2 + more), nearest: .metres(5500),
                farthest: .metres(6500)
            ).enclosingCircle.radius
        }
        #expect(footprint.enclosingCircle.radius > (try wide(0.00106)))
        #expect(footprint.enclosingCircle.radius < (try wide(0.00112)))
    }

    static let faults: [(values: [String: String], note: String)] = [
        (
            ["semi_major_m": "300", "semi_minor_m": "-5", "azimuth_deg": "1"],
            "'semi_minor_m' is '-5', expected a number of metres of 0 or more"
        ),
        (
            ["semi_major_m": "300"],
            "'semi_minor_m' is missing beside 'semi_major_m', expected a number of metres of 0 or more"
        ),
        (
            ["semi_major_m": "3", "semi_minor_m": "5", "azimuth_deg": "1"],
            "'semi_minor_m' is '5' and 'semi_major_m' is '3', expected the longer of both axes in "
                + "'semi_major_m'"
        ),
        (
            ["semi_major_m": "30", "semi_minor_m": "5"],
            "'azimuth_deg' is missing beside 'semi_major_m', expected a direction of 0 to 360 degrees "
                + "from north"
        ),
        (
            ["semi_major_m": "30", "semi_minor_m": "5", "azimuth_deg": "400"],
            "'azimuth_deg' is '400', expected a direction of 0 to 360 degrees from north"
        ),
        (
            ["semi_major_m": "2000000", "semi_minor_m": "5", "azimuth_deg": "4"],
            "'semi_major_m' is '2000000' and 'semi_minor_m' is '5': it reaches 2000.0 km from its middle, "
                + "expected at most 1000.0 km"
        ),
        (
            ["width_m": "3"],
            "'length_m' is missing beside 'width_m', expected a number of metres of 0 or more"
        ),
        (
            ["width_m": "3", "length_m": "wide"],
            "'length_m' is 'wide', expected a number of metres of 0 or more"
        ),
        (
            ["width_m": "3", "length_m": "4", "heading_deg": "511"],
            "'heading_deg' is '511', expected a direction of 0 to 360 degrees from north"
        ),
        (
            ["uncertainty_m": "5", "uncertainty_level": "150 %"],
            "'uncertainty_level' is '150 %': a level of 150.0 % was found, expected more than 0 and at "
                + "most 100 %"
        ),
        (
            ["uncertainty_level": "likely"],
            "'uncertainty_level' is 'likely': the level 'likely' is not known, expected bound, CEP, CE90, "
                + "CE95, 1 sigma, 2DRMS or a percentage such as 95 %"
        ),
        (
            ["width_m": "3", "length_m": "4", "uncertainty_level": "CE90"],
            "'uncertainty_level' is 'CE90' and 'width_m' is '3'; a level goes with a circle or an ellipse"
        ),
        (
            ["width_m": "3", "length_m": "4", "compass": "N"],
            "'width_m' is '3' and 'compass' is 'N', expected one of an ellipse, a rectangle and a sector"
        ),
        (
            [
                "bearing_deg": "400", "bearing_error_deg": "1", "range_m": "4",
                "range_error_m": "1",
            ],
            "'bearing_deg' is '400', expected a direction of 0 to 360 degrees from north"
        ),
        (
            [
                "bearing_deg": "40", "bearing_error_deg": "181", "range_m": "4",
                "range_error_m": "1",
            ],
            "'bearing_error_deg' is '181', expected a number of degrees of 0 to 180"
        ),
        (
            ["bearing_deg": "40", "range_m": "4", "range_error_m": "1"],
            "'bearing_error_deg' is missing beside 'bearing_deg', expected a number of degrees of 0 to 180"
        ),
        (
            ["bearing_deg": "40", "bearing_error_deg": "1"],
            "'bearing_deg' is '40', expected a distance in 'range_m', or in 'range_min_m' and "
                + "'range_max_m', beside it"
        ),
        (
            ["range_m": "400", "range_error_m": "1"],
            "'range_m' is '400', expected a direction in 'bearing_deg' or 'compass' beside it"
        ),
        (
            ["compass": "NW", "range_m": "400"],
            "'range_error_m' is missing beside 'range_m', expected a number of metres of 0 or more"
        ),
        (
            ["compass": "NW", "range_min_m": "400"],
            "'range_max_m' is missing beside 'range_min_m', expected a number of metres of 0 or more"
        ),
        (
            ["compass": "NW", "range_min_m": "400", "range_max_m": "300"],
            "'range_min_m' is '400' and 'range_max_m' is '300', expected the lesser of both in "
                + "'range_min_m'"
        ),
        (
            ["compass": "NW", "range_m": "400", "range_max_m": "300"],
            "'range_m' is '400' and 'range_max_m' is '300', expected one range or its least and greatest"
        ),
        (
            ["compass": "NO", "range_min_m": "400", "range_max_m": "500"],
            "'compass' is 'NO', expected one of the 16 points of the compass such as NNW"
        ),
        (
            ["compass": "N", "bearing_deg": "1", "range_min_m": "4", "range_max_m": "5"],
            "'bearing_deg' is '1' and 'compass' is 'N', expected a direction in one of both"
        ),
    ]

    @Test("What makes no region leaves all open, and the position stands", arguments: faults)
    func fault(values: [String: String], note: String) throws {
        let found = try read(values)
        #expect(found.notes == [note])
        #expect(found.columns.footprints.isEmpty && found.columns.positions == [Self.place])
        #expect(found.columns.uncertainties[0].metres.isNaN)
    }

    @Test("What only goes with a region says nothing without one")
    func companions() throws {
        let found = try read([
            "azimuth_deg": "x", "heading_deg": "511", "bearing_error_deg": "x",
            "range_error_m": "x", "uncertainty_m": "4",
        ])
        #expect(found.columns.footprints.isEmpty && found.notes.isEmpty)
        #expect(found.columns.uncertainties == [.metres(4)])
    }

    @Test("An observer whose error cannot be read may be anywhere")
    func noObserver() throws {
        let found = try read([
            "uncertainty_m": "n/a", "compass": "N", "range_min_m": "4", "range_max_m": "5",
        ])
        #expect(found.columns.footprints.isEmpty && found.columns.positions == [Self.place])
        #expect(found.columns.uncertainties[0].metres.isNaN)
    }

    @Test("Records with and without a region stand in one file, however they are read")
    func mixed() throws {
        let features = (0..<200).map { k in
            point(
                "[\(30 + Double(k) / 1000),50]",
                k % 3 == 0
                    ? #"{"id":\#(k),"width_m":300,"length_m":400}"#
                    : k % 3 == 1 ? #"{"id":\#(k),"uncertainty_m":5}"# : #"{"id":\#(k)}"#)
        }
        let text = features.joined(separator: "\n")
        let found = try Reading(text, format: .lines)
        let alone = try Reading(text, format: .lines, isCareful: true)
        #expect(found.reports == alone.reports && found.notes == alone.notes)
        #expect(found.columns.footprints.count == 67)
        #expect(found.columns.footprints[3] != nil && found.columns.footprints[4] == nil)
        #expect(found.columns.uncertainties[1] == .metres(5))
    }

    @Test("Names in any letter case in tables, decimal commas, and names of one's own")
    func names() throws {
        let table = "lon;lat;Width_M;LENGTH_m\n31,0;50,0;300,5;400\n"
        let found = try Reading(table)
        #expect(
            found.columns.footprints == [
                0: try .rectangle(
                    about: Self.place, width: .metres(300.5), length: .metres(400))
            ])
        let bad = try Reading("lon,lat,Width_M,LENGTH_m\n31,50,-3,4\n")
        #expect(bad.notes == ["'Width_M' is '-3', expected a number of metres of 0 or more"])
        var fields = FieldNames()
        fields.footprint?[.width] = "b"
        fields.footprint?[.length] = "l"
        fields.footprint?.setUnit(.kilometres(1), of: .length)
        let own = try Reading(
            point("[31,50]", #"{"b":300,"l":0.4,"width_m":1}"#), format: .lines, fields: fields)
        #expect(
            own.columns.footprints == [
                0: try .rectangle(
                    about: Self.place, width: .metres(300), length: .metres(400))
            ])
        // Objects that are no Features, with a position among their members.
        let plain = try Reading(
            #"[{"lat":50,"lon":31,"width_m":300,"length_m":400}]"#, file: "a.json")
        #expect(plain.columns.footprints == own.columns.footprints)
    }
}
