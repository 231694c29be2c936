import Geodesy
import Testing

@Suite struct DistanceTests {
    @Test(
        "Text as agreements write it",
        arguments: [
            ("2 km", 2000), ("2km", 2000), ("500 yards", 457.2), ("12 nm", 22_224),
            ("1,852 m", 1852), ("0.5 mi", 804.672), ("10 nautical miles", 18_520), ("2 ft", 0.6096),
            ("  1 cm ", 0.01),
        ])
    func parsing(text: String, metres: Double) throws {
        #expect(try Distance(parsing: text).metres == metres)
    }

    @Test(
        "Text that is no length is refused",
        arguments: ["2", "km", "-1 km", "1,85 km", "nan m", "1e400 km", "2 leagues", "", "1 2 km"])
    func refusing(text: String) {
        #expect(throws: Distance.ParsingError.self) { try Distance(parsing: text) }
    }
}
