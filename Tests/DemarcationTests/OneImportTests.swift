import Demarcation
import Testing

/// Uses what a newcomer needs with nothing else imported; that it compiles is most of the test.
@Suite struct OneImportTests {
    private static let agreement = """
        agreement: One import
        parties: {north: Party North, south: Party South}
        lines: {contact: {geometry: [[-32, 47], [-29, 48]], left: north, right: south}}
        zones: {dmz: {within: 2 km each side, of: contact}}
        rules: {no-forces: {in: dmz, prohibits: [any]}}
        """

    @Test("Geometry, zones, index, drawing and reports come with one import")
    func everything() throws {
        let vertices = [
            Coordinate(longitude: -32, latitude: 47), Coordinate(longitude: -29, latitude: 48),
        ]
        let line = try LineGeometry(vertices)
        #expect(LineLocator(line).nearest(to: vertices[0]).distance == .zero)

        var plan = ZonePlan()
        let zone = plan.addZone(.within(.kilometres(2), of: plan.addLine(line)))
        let index = try ZoneIndex(plan, detail: .coarse)
        #expect(index.classify(vertices[1]).membership(inZone: zone) == .inside)

        let agreement = try AgreementFile.read(text: Self.agreement).agreement
        let compiled = try CompiledAgreement(agreement)
        let drawn = try ZoneDrawer(agreement).whole(agreement.zones[0])
        #expect(drawn.polygon.contains(vertices[1]))

        var stream = ReportStream(checking: compiled)
        let report = #"{"type":"Feature","geometry":{"type":"Point","coordinates":[-29,48]}}"#
        var found = try stream.feed((report + "\n").utf8)
        found += try stream.finish()
        #expect(String(decoding: found, as: UTF8.self).contains("apparent_breach"))
    }
}
