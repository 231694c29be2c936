import Datums
import Geodesy
import Notations
import TestSupport
import Testing
import Zones

@testable import ReportFiles

/// Positions in notations that name more than a place: the reports are cells and boxes.
@Suite struct CellFootprintTests {
    /// Both ways of reading a text, which must be the same.
    private func read(
        _ text: String, format: ReportFormat? = nil, _ fields: FieldNames = FieldNames()
    ) throws -> Reading {
        let found = try Reading(text, format: format, fields: fields)
        let alone = try Reading(text, format: format, fields: fields, isCareful: true)
        #expect(found.columns.footprints == alone.columns.footprints)
        #expect(found.columns.positions == alone.columns.positions)
        #expect(
            found.columns.uncertainties.map(\.metres.bitPattern)
                == alone.columns.uncertainties.map(\.metres.bitPattern))
        #expect(found.notes == alone.notes && found.refusals == alone.refusals)
        return found
    }

    @Test("A column of MGRS: cells, with what is stated beyond them")
    func cells() throws {
        let found = try read(
            "mgrs,uncertainty_m,time\n37UDP3050,,\n37UDP3000050000,7,\n37U DP 300 500,n/a,\n"
                + "37UDP3050,5,noon\n37UDP3050,,2026-12-01\n48.5 38.5,3,\n")
        let cell = try WrittenPosition("37UDP3050")
        let fine = try WrittenPosition("37UDP3000050000")
        #expect(found.columns.footprints[0] == cell.footprint())
        #expect(found.columns.footprints[1] == fine.footprint())
        #expect(found.columns.positions[0] == cell.disc().centre)
        #expect(found.columns.positions[1] == fine.disc().centre)
        #expect(found.columns.uncertainties[0] == .zero)
        #expect(found.columns.uncertainties[1] == .metres(7))
        // Where the error is not known there is no region.
        #expect(found.columns.footprints[2] == nil)
        #expect(found.columns.uncertainties[2].metres.isNaN)
        #expect(found.columns.footprints[3] == cell.footprint())
        #expect(found.columns.uncertainties[3] == .metres(5))
        #expect(found.columns.footprints[4] == cell.footprint())
        #expect(found.columns.footprints[5] == nil)
        #expect(found.withoutUncertainty == 2)
        var fields = FieldNames()
        fields.missingUncertainty = .metres(9)
        let other = try read("mgrs\n37UDP3050\n", fields)
        #expect(other.columns.uncertainties == [.metres(9)])
        #expect(other.columns.footprints[0] == cell.footprint())
    }

    @Test("A line that is not UTF-8 keeps its cell")
    func notUTF8() throws {
        let text = Array("mgrs,uncertainty_m,name\n37UDP3050,,a".utf8) + [0xE9, 0x0A]
        var splitter = RecordSplitter(file: "in.csv")
        var reader = RecordReader(fields: FieldNames())
        var records = ReadRecords()
        var batch = ReportBatch()
        try text.withUnsafeBytes { bytes in
            try splitter.feed(bytes) {
                reader.read($0, into: &records)
                batch.append(records)
            }
        }
        try splitter.finish {
            reader.read($0, into: &records)
            batch.append(records)
        }
        #expect(batch.footprints[0] == (try WrittenPosition("37UDP3050")).footprint())
        #expect(batch[0].footprint == batch.footprints[0])
        #expect(batch.uncertainties == [.zero])
    }

    @Test("Degrees, minutes and seconds are boxes, decimals where they are as written")
    func boxes() throws {
        let found = try read("lat,lon\n48°27'N,38°17'E\n48.45,38.3\n")
        let text = try WrittenPosition("48°27'N 38°17'E")
        #expect(found.columns.footprints == [0: try #require(text.footprint())])
        #expect(found.columns.uncertainties == [.zero, .zero])
        #expect(found.columns.positions[0] == text.disc().centre)
        var fields = FieldNames()
        fields.precision = PrecisionRule(degrees: .truncated, decimals: .asWritten)
        let other = try read("lat,lon,uncertainty_m\n48°27'N,38°17'E,2\n48.45,38.3,3\n", fields)
        #expect(other.columns.footprints[0] == text.footprint(fields.precision))
        #expect(
            other.columns.footprints[1]
                == (try WrittenPosition("48.45, 38.3")).footprint(fields.precision))
        #expect(other.columns.uncertainties == [.metres(2), .metres(3)])
        // In members of Features without a geometry too.
        fields = FieldNames()
        fields.position = "where"
        let feature = try read(
            #"{"type":"Feature","geometry":null,"properties":{"where":"37UDP3050"}}"#,
            format: .lines, fields)
        #expect(feature.columns.footprints[0] == (try WrittenPosition("37UDP3050")).footprint())
    }

    @Test("Metres in columns of UTM, as written")
    func metres() throws {
        var fields = FieldNames()
        let text = "zone,easting,northing\n37U,430000,5350000\n"
        #expect(try read(text, fields).columns.footprints.isEmpty)
        fields.precision = PrecisionRule(decimals: .asWritten)
        let found = try read(text, fields)
        #expect(
            found.columns.footprints[0]
                == (try WrittenPosition("37U 430000 5350000")).footprint(fields.precision))
    }

    @Test("On another datum a position is a disc, as its accuracy is")
    func datum() throws {
        var fields = FieldNames()
        fields.datum = try DatumSystems().transform(named: "EPSG:4284")
        let found = try read("lat,lon\n48°27'N,38°17'E\n", fields)
        #expect(found.columns.footprints.isEmpty)
        // Half a minute of latitude alone is 926 m.
        #expect(found.columns.uncertainties[0] > .metres(926))
        let wgs = try DatumSystems().transform(named: "EPSG:4326")
        fields.datum = wgs
        #expect(try read("mgrs\n37UDP3050\n", fields).columns.footprints.isEmpty)
    }

    @Test("Other forms lie about the middle of a cell, which is a disc beyond them")
    func together() throws {
        let disc = try WrittenPosition("37UDP3050").disc()
        let found = try read(
            "mgrs,uncertainty_m,uncertainty_level,width_m,length_m\n37UDP3050,4,CE90,,\n"
                + "37UDP3050,4,,10,20\n")
        #expect(
            found.columns.footprints[0]
                == (try .circle(about: disc.centre, radius: .metres(4), level: .ce90)))
        #expect(found.columns.uncertainties[0] == disc.bound)
        #expect(
            found.columns.footprints[1]
                == (try .rectangle(about: disc.centre, width: .metres(10), length: .metres(20))))
        #expect(found.columns.uncertainties[1] == disc.bound + .metres(4))
    }

    @Test("A cell is no position that is taken as exact")
    func exact() {
        let found = outcome("mgrs\n37UDP3050\n37UDP3000050000\n", output: [.zones])
        #expect(found.tally.read == 2 && found.tally.exact == 0)
        #expect(found.tally.withoutUncertainty == 2)
    }
}
