import Geodesy
import Testing

@testable import Agreements

/// Numbers that are none in agreements made in Swift.
@Suite struct NumberTests {
    @Test("Agreements refuse numbers that are none, and counts of days beyond measure do not trap")
    func agreements() throws {
        let condition = AttributeCondition(name: "a", .atLeast, Quantity(.nan, .millimetre))
        #expect(
            CategoryCondition("x", [condition]).attributes[0].description.contains("nan"))
        let zone = Zone(
            id: "z",
            .aroundPoint(radius: .metres(5), centre: Coordinate(longitude: 0, latitude: 0)))
        let rule = Rule(id: "r", zones: ["z"], prohibits: [CategoryCondition("x", [condition])])
        let agreement = Agreement(zones: [zone], rules: [rule])
        #expect(agreement.faults.map(\.code) == [.badCondition])
        #expect(agreement.faults[0].path == ["rules", "r", "prohibits"])
        for zero in ["2026-10-25T03:30+02:00 Europe/Kyiv", "2026-10-25T03:30+02:00"] {
            let zero = try ZeroDay(parsing: zero)
            for time in [AgreementTime.days(.max), .hours(.max)] {
                #expect(
                    zero.resolve(time) > zero.instant && !zero.written(zero.resolve(time)).isEmpty)
            }
            for time in [AgreementTime.days(.min), .hours(.min)] {
                #expect(
                    zero.resolve(time) < zero.instant && !zero.written(zero.resolve(time)).isEmpty)
            }
        }
        #expect(!Instant(seconds: .max).description.isEmpty)
        #expect(!Instant(seconds: .min).description.isEmpty)
    }
}
