import Demarcation
import Foundation
import Testing

@Suite struct LocalizedErrorTests {
    /// The error that something throws.
    private static func caught(_ body: () throws -> Void) -> any Error {
        do { try body() } catch { return error }
        return CancellationError()
    }

    static let errors: [(any Error, String)] = [
        (caught { _ = try LineGeometry([]) }, "part 1: a line needs at least two vertices"),
        (
            caught { _ = try PolygonGeometry(ring: []) },
            "polygon 1, ring 1: a ring needs at least four"
        ),
        (caught { _ = try LineGeometry(geoJSON: "[") }, "byte 1: "),
        (caught { _ = try Distance(parsing: "far") }, "'far' is not a length: "),
        (caught { _ = try Instant(parsing: "noon") }, "'noon' is not a time: "),
        (caught { _ = try ZeroDay(parsing: "2026") }, "'2026' is not a time: "),
        (caught { _ = try AttributeCondition(name: "calibre", parsing: "large") }, "large"),
        (caught { _ = try DailyHours(parsing: "noon") }, "noon"),
        (
            caught {
                var plan = ZonePlan()
                plan.addZone(.within(.kilometres(1), of: 3))
                _ = try ZoneIndex(plan)
            }, "zone 0: "
        ),
        (
            caught {
                let zone = Zone(id: "z", .within(.kilometres(1), of: "none"))
                let agreement = Agreement(zones: [zone])
                _ = try CompiledAgreement(agreement)
            }, "there is no line 'none'"
        ),
        (
            caught {
                _ = try ZoneDrawer(Agreement()).whole(Zone(id: "z", .zone("none")))
            }, "zone"
        ),
        (caught { _ = try AgreementFile.read(text: "[") }, "agreement:"),
        (caught { _ = try AgreementFile.read(path: "/nowhere.yaml") }, "/nowhere.yaml"),
    ]

    @Test("Foundation shows the sentence of an error", arguments: errors)
    func sentences(error: any Error, part: String) {
        #expect(error is any LocalizedError)
        #expect(error.localizedDescription == "\(error)")
        #expect(error.localizedDescription.contains(part), "\(error.localizedDescription)")
    }
}
