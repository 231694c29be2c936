import Geodesy
import Testing

@Suite struct DistanceTests {
    @Test(
        "Text as agreements write it",
        arguments: [
            ("2 km", 2000), ("2km", 2000), ("500 yards", 457.2), ("12 nm", 22_224),
            ("1,852 m", 1852), ("0.5 mi", 804.672), ("10 nautical miles", 18_520), ("2 ft", 0.6096),
            ("  1 cm ", 0.01), ("15 kilometres", 15_000), ("15 kilometers", 15_000),
            ("1 kilometre", 1000), ("3 statute miles", 4828.032), ("1 mile", 1609.344),
            ("1,234,567.25 m", 1_234_567.25), ("+5 m", 5), ("0 m", 0), ("-0 m", 0), (".5 m", 0.5),
            ("2 KM", 2000), ("12 NM", 22_224), ("1 nmi", 1852), ("3\tmetres", 3),
            ("1 yard", 0.9144),
            ("1 foot", 0.3048), ("1 mm", 0.001), ("2\u{A0}km", 2000),
            ("1.5e3 m", 1500), ("2E-1 km", 200), ("1e+2km", 100_000), ("1e2m", 100),
        ])
    func parsing(text: String, metres: Double) throws {
        #expect(try Distance(parsing: text).metres == metres)
    }

    @Test(
        "Text that is no length is refused",
        arguments: [
            "2", "km", "-1 km", "1,85 km", "nan m", "1e400 km", "2 leagues", "", "1 2 km",
            "1,2345 m", ",123 m", "1,,234 m", "1.2.3 m", "1.234,5 m", "--1 m", "+-1 m", "1- m",
            "inf m", "0x10 m", "2 km 3", "2 km/h", "٣ km", "2 k m", " ", "- m", ". m",
            "1,234 ,567 m", "5 M", "5 Mm", "15-20 km", "15\u{2013}20 km", "15 to 20 km",
            "up to 30 km",
            "1e km", "1e400 m", "e3 m", "2,5 km",
        ])
    func refusing(text: String) {
        #expect(throws: Distance.ParsingError.self) { try Distance(parsing: text) }
    }

    @Test("A length in a unit is read back in it", arguments: Distance.Unit.allCases)
    func units(unit: Distance.Unit) throws {
        let length = Distance(37, unit)
        #expect((length.value(in: unit) - 37).magnitude < 1e-13)
        #expect(Distance.Unit(word: unit.rawValue) == unit)
        #expect(try Distance(parsing: "37 \(unit.rawValue)") == length)
    }

    @Test func `NaN is neither less than, equal to nor greater than any length`() {
        let none = Distance.metres(.nan)
        for other in [none, .zero, .metres(-1), .metres(.infinity)] {
            #expect(!(none < other) && !(none <= other) && !(none > other) && !(none >= other))
            #expect(!(other < none) && !(other <= none) && !(other > none) && !(other >= none))
        }
        #expect(Distance.zero <= .zero && Distance.zero >= .zero && Distance.metres(1) > .zero)
    }

    @Test func `A refusal quotes the text and says what to write`() {
        let error = #expect(throws: Distance.ParsingError.self) {
            try Distance(parsing: "2000")
        }
        #expect(error?.text == "2000")
        #expect(error?.description.contains("km") == true)
    }
}
