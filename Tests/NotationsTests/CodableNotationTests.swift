import Geodesy
import Notations
import TestSupport
import Testing

@Suite struct CodableNotationTests {
    private static func expectForm<Value: Codable & Equatable>(_ value: Value, _ text: String)
        throws
    {
        #expect(try PlainJSON.text(of: value) == text)
        #expect(try PlainJSON.value(of: text) == value)
    }

    @Test("Notations, rules and discs have the form that is stated, and come back from it")
    func forms() throws {
        try Self.expectForm([Notation.mgrs, .wholeDegrees], #"["mgrs","wholeDegrees"]"#)
        try Self.expectForm([Hemisphere.north, .west], #"["north","west"]"#)
        try Self.expectForm(
            PrecisionRule(degrees: .truncated, decimals: .asWritten),
            #"{"decimals":"asWritten","degrees":"truncated"}"#)
        try Self.expectForm(
            PositionDisc(
                centre: Coordinate(longitude: 38.05, latitude: 48.3), bound: .metres(7.5)),
            #"{"bound":{"metres":7.5},"centre":{"latitude":48.3,"longitude":38.05}}"#)
        #expect(throws: DecodingError.self) {
            let _: Notation = try PlainJSON.value(of: #""morse""#)
        }
    }
}
