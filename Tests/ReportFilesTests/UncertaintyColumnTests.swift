import Geodesy
import Testing

@testable import ReportFiles

/// Tables whose accuracy stands in a column of another name than `uncertainty_m`.
@Suite struct UncertaintyColumnTests {
    private func zones(_ text: String, _ fields: FieldNames = FieldNames()) -> [String] {
        let found = outcome(text, fields: fields, output: [.zonesUndeterminable])
        #expect(found.error == nil)
        return found.text.split(separator: "\n").dropFirst().map {
            String(
                $0.split(separator: ",", omittingEmptySubsequences: false).dropLast(2).last ?? "")
        }
    }

    // The judge of the tests takes a metre for a degree: at 29 a bound of 1 reaches the zone from 30 on.
    @Test(
        "Accuracies are taken for bounds",
        arguments: [
            "lon,lat,accuracy", "lon,lat,Precision", "lon,lat,GPS Accuracy (m)", "lon,lat,Точність",
            "_Where_longitude,_Where_latitude,_Where_precision", "gpsLon,gpsLat,gps_accuracy",
            "lon,lat,horizontal-accuracy",
        ])
    func found(head: String) {
        #expect(zones(head + "\n29,50,1\n29,50,0.5\n29,50,\n") == ["east", "", ""])
    }

    @Test("A radius of 90 % counts twice")
    func level() {
        #expect(zones("lon,lat,CE90\n29,50,0.5\n29,50,0.499\n") == ["east", ""])
    }

    @Test("One at a time and all at once give the same, and what cannot be read is never exact")
    func alone() {
        let text =
            "lon,lat,ce90\n29,50,0.5\n29,50,x\n29,50,-1\n29,50,\n29,50,0.4\n29,50,0\n29,50,0.0\n"
        let judge = LongitudeJudge.careful
        let quick = outcome(text, judge: judge)
        #expect(quick == outcome(text, judge: judge, isCareful: true))
        #expect(quick.tally.zonesUndeterminable == [5, 4])
        #expect(quick.tally.notes.first?.contains("'ce90' is 'x'") == true)
    }

    @Test(
        "Other columns are not, nor where the usual one is there or one was named",
        arguments: [
            "lon,lat,hdop", "lon,lat,_Where_precision", "lon,lat,position_accuracy",
            "lon,lat,accuracy of the report", "MMSI,lon,lat,accuracy",
        ])
    func others(head: String) {
        let ship = head.hasPrefix("MMSI") ? "366123456," : ""
        #expect(zones(head + "\n\(ship)29,50,1\n") == [""])
        #expect(zones("lon,lat,accuracy,uncertainty_m\n29,50,1,0.5\n") == [""])
        var fields = FieldNames()
        fields.findsUncertainty = false
        #expect(zones("lon,lat,accuracy\n29,50,1\n", fields) == [""])
    }
}
