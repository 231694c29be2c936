import Geodesy
import TestSupport
import Testing
import Zones

@testable import ReportFiles

/// Regions of which a profile says how they are written: pixels, outlines of places, directions and distances.
@Suite struct PlaceFootprintTests {
    private static let place = Coordinate(longitude: 31, latitude: 50)

    private static var pixelFields: FieldNames {
        var fields = FieldNames()
        fields.pixel = PixelFields(across: "scan", along: "track", unit: .kilometres(1))
        return fields
    }

    @Test(
        "A pixel whose heading is known is a rectangle, else the circle that holds it whatever it is"
    )
    func pixel() throws {
        let turned = try Reading(
            "lon,lat,scan,track,heading_deg,uncertainty_m\n31,50,0.3,0.4,12,5\n",
            fields: Self.pixelFields)
        #expect(
            turned.columns.footprints == [
                0: try .rectangle(
                    about: Self.place, width: .metres(300), length: .metres(400),
                    heading: Azimuth(degrees: 12))
            ])
        #expect(turned.columns.uncertainties == [.metres(5)])
        // 300 and 400 m have a diagonal of 500 m.
        let any = try Reading(
            "lon,lat,scan,track,uncertainty_m\n31,50,0.3,0.4,5\n", fields: Self.pixelFields)
        #expect(any.columns.footprints.isEmpty)
        #expect((any.columns.uncertainties[0].metres - 255).magnitude < 1e-9)
        for (row, note) in [
            (
                "31,50,0.3,0.4,511,5",
                "'heading_deg' is '511', expected a direction of 0 to 360 degrees from north"
            ),
            (
                "31,50,0.3,0,12,5",
                "'track' is '0', expected a length above 0, the side of a pixel"
            ),
        ] {
            let bad = try Reading(
                "lon,lat,scan,track,heading_deg,uncertainty_m\n\(row)\n", fields: Self.pixelFields)
            #expect(bad.columns.footprints.isEmpty && bad.notes == [note])
            #expect(bad.columns.uncertainties[0].metres.isNaN)
        }
        // With a circle of some level it comes on top of that.
        let level = try Reading(
            "lon,lat,scan,track,uncertainty_m,uncertainty_level\n31,50,0.3,0.4,5,CE90\n",
            fields: Self.pixelFields)
        #expect(
            level.columns.footprints == [
                0: try .circle(about: Self.place, radius: .metres(5), level: .ce90)
            ])
        #expect((level.columns.uncertainties[0].metres - 250).magnitude < 1e-9)
    }

    private static let outline = [
        [
            Coordinate(longitude: 30.9, latitude: 49.9),
            Coordinate(longitude: 31.2, latitude: 49.9),
            Coordinate(longitude: 31, latitude: 50.2), Coordinate(longitude: 30.9, latitude: 49.9),
        ]
    ]

    private static func areaFields(_ sector: Bool = false) throws -> FieldNames {
        var fields = FieldNames()
        fields.area = AreaFields(member: fields.addExtra("where"))
        if sector {
            fields.sector = SectorFields(members: [fields.addExtra("seen")], unit: nil)
        }
        let disc = Disc(centre: place, radius: .kilometres(40))
        fields.places = Gazetteer(places: [
            Gazetteer.Place(
                record: 1, name: "A", id: nil, disc: disc,
                outline: try .geometry(polygons: [outline], means: .somewhere)),
            Gazetteer.Place(record: 2, name: "B", id: nil, disc: disc),
            Gazetteer.Place(
                record: 3, name: "C", id: nil, disc: Disc(centre: place, radius: .metres(700))),
        ])
        return fields
    }

    @Test("A place with an outline is anywhere in that, one without in its disc")
    func area() throws {
        let found = try Reading(
            "lon,lat,where\n31,50,A\n31,50.01,B\n31,50,D\n", fields: try Self.areaFields())
        #expect(
            found.columns.footprints == [
                0: try .geometry(polygons: [Self.outline], means: .somewhere)
            ])
        #expect(found.columns.footprints[0]?.meaning == .somewhere)
        #expect(
            found.columns.positions[0] == Self.place && found.columns.positions[1] == Self.place)
        #expect(found.columns.uncertainties[0] == .zero)
        #expect(found.columns.uncertainties[1] == .kilometres(40))
        #expect(found.columns.uncertainties[2].metres.isNaN)
        #expect(
            found.notes[0]
                == "'where' is 'A', so that it may be anywhere in its outline, within 40,000 m of "
                + "31.00000, 50.00000")
    }

    @Test("A level that cannot be read leaves a place open too")
    func level() throws {
        let found = try Reading(
            "lon,lat,where,uncertainty_level\n31,50,A,likely\n31,50,B,likely\n",
            fields: try Self.areaFields())
        #expect(found.columns.footprints.isEmpty)
        #expect(found.columns.uncertainties.allSatisfy { $0.metres.isNaN })
    }

    @Test("A direction and distance from a place is a sector, with the place's extent beyond")
    func sector() throws {
        let found = try Reading(
            "lon,lat,where,seen\n31,50,C,6 km NW of\n31,50,C,N/K\n31,50,A,6 km NW\n",
            fields: try Self.areaFields(true))
        let region = try #require(found.columns.footprints[0])
        // A place as large as this widens the directions by 0.0075 degrees: 700 m / N tan(latitude).
        let disc = region.enclosingCircle
        let middle = Exact.direct(Self.place, azimuth: 315, (5500 + 6500) / 2)
        #expect(Exact.distance(middle, disc.centre) < 1e-6)
        #expect(found.columns.positions[0] == disc.centre)
        // sqrt(6500^2 + 2 * 6500 * 700) is 7,165.89; what is past 6,500, and 700 m beside, are 966.13 m.
        #expect(found.columns.uncertainties[0] > .metres(966.12))
        #expect(found.columns.uncertainties[0] < .metres(966.16))
        #expect(found.columns.footprints[1] == nil)
        #expect(found.columns.uncertainties[1].metres.isNaN)
        #expect(found.columns.uncertainties[2] > .kilometres(40))
    }
}
