import Foundation
import Geodesy
import TestSupport
import Testing

@Suite struct CodableTests {
    /// The same value from its stated form, and the form from the value.
    private static func expectForm<Value: Codable & Equatable>(_ value: Value, _ text: String)
        throws
    {
        #expect(try PlainJSON.text(of: value) == text)
        #expect(try PlainJSON.value(of: text) == value)
    }

    @Test("Plain values have the form that is stated, and come back from it")
    func forms() throws {
        try Self.expectForm(
            Coordinate(longitude: -30.5, latitude: 47.1), #"{"latitude":47.1,"longitude":-30.5}"#)
        try Self.expectForm(Distance.metres(1937.428), #"{"metres":1937.428}"#)
        try Self.expectForm(Distance.metres(-0.5), #"{"metres":-0.5}"#)
        try Self.expectForm(Area.squareMetres(2.5), #"{"squareMetres":2.5}"#)
        try Self.expectForm(Azimuth(degrees: -12.5), #"{"degrees":-12.5}"#)
        try Self.expectForm([LineSide.left, .on], #"["left","on"]"#)
        try Self.expectForm([EdgeKind.rhumb], #"["rhumb"]"#)
    }

    @Test("Every digit comes back")
    func digits() throws {
        for metres in [1.0 / 3, .leastNonzeroMagnitude, 1.7976931348623157e308, 0.1 + 0.2] {
            let read: Distance = try PlainJSON.value(
                of: try PlainJSON.text(of: Distance.metres(metres)))
            #expect(read.metres == metres)
        }
        let place = Coordinate(longitude: 100.0 / 3, latitude: -100.0 / 7)
        let read: Coordinate = try PlainJSON.value(of: try PlainJSON.text(of: place))
        #expect(read == place)
    }

    @Test("A direction of more than a turn is taken modulo a turn")
    func turns() throws {
        #expect(try PlainJSON.value(of: #"{"degrees":370}"#) == Azimuth(degrees: 10))
    }

    @Test(
        "Positions off the globe are not read",
        arguments: [
            #"{"latitude":90.1,"longitude":0}"#, #"{"latitude":0,"longitude":-181}"#, "[0,0]",
            #"{"latitude":0}"#, #"{"latitude":"0","longitude":0}"#,
        ])
    func noPosition(text: String) {
        #expect(throws: DecodingError.self) { let _: Coordinate = try PlainJSON.value(of: text) }
    }

    @Test("What is no number is neither read nor written")
    func noNumber() {
        #expect(throws: DecodingError.self) { let _: Distance = try PlainJSON.value(of: "5") }
        #expect(throws: DecodingError.self) {
            let _: Distance = try PlainJSON.value(of: #"{"metres":null}"#)
        }
        #expect(throws: DecodingError.self) {
            let _: LineSide = try PlainJSON.value(of: #""west""#)
        }
        // A format may hold what JSON cannot.
        let encoder = JSONEncoder()
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        #expect(throws: EncodingError.self) { try encoder.encode(Distance.metres(.nan)) }
        #expect(throws: EncodingError.self) { try encoder.encode(Area.squareMetres(.infinity)) }
        #expect(throws: EncodingError.self) {
            try encoder.encode(Coordinate(longitude: .nan, latitude: 0))
        }
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        #expect(throws: DecodingError.self) {
            try decoder.decode(Distance.self, from: Data(#"{"metres":"nan"}"#.utf8))
        }
    }
}
