import AgreementFiles
import Testing

/// What is noticed of values that can be read and are hardly meant.
@Suite struct WarningTests {
    static func warnings(_ text: String) throws -> [String] {
        try AgreementFile.read(text: "parties: {n: North, s: South}\n" + text).warnings
            .map(\.description)
    }

    @Test(
        "An edge of more than 180 degrees is told, with how it is read and how to write the other")
    func wideEdges() throws {
        let wide = try Self.warnings(
            "zones: {z: {polygon: [[-100, -10], [100, -10], [100, 10], [-100, 10], [-100, -10]], "
                + "edges: planar}}")
        #expect(wide.count == 1)
        let text = wide.first ?? ""
        #expect(text.hasPrefix("agreement:2:22: zone 'z': polygon 1, ring 1: "), "\(text)")
        #expect(text.contains("vertex 1 [-100.0, -10.0] to vertex 2 [100.0, -10.0] (and 1 more"))
        #expect(text.contains("spans 200.0 degrees") && text.contains("short way, 160.0 degrees"))
        #expect(text.contains("add a vertex between, such as [0.0, -10.0]"))
        // All the way round is said by how it is written; the same place written twice is not.
        #expect(
            try Self.warnings(
                "zones: {z: {polygon: [[-180, -60], [180, -60], [180, -90], [-180, -90], "
                    + "[-180, -60]], edges: planar}}"
            ).isEmpty)
        let twice = try Self.warnings(
            "zones: {z: {polygon: [[170, -9], [180, -9], [180, 9], [-180, 9], [170, 9], "
                + "[170, -9]], edges: planar}}")
        #expect(twice.count == 2 && twice[1].contains("leave one of them out"), "\(twice)")
        #expect(
            try Self.warnings(
                "lines: {l: {geometry: [[-100, 0], [100, 0]], edges: planar}}"
            ).first?.contains("line 'l': part 1: the edge from vertex 1") == true)
        #expect(
            try Self.warnings("lines: {l: {geometry: [[-100, 0], [100, 0]], edges: geodesic}}")
                .isEmpty)
    }

    @Test("Parts that all but meet are told, unless the gap is said to be meant")
    func hairGaps() throws {
        func warnings(_ parts: String, _ more: String = "") throws -> [String] {
            try Self.warnings("lines: {l: {geometry: \(parts), edges: geodesic\(more)}}")
                .filter { $0.contains("open ends") }
        }
        let hair = "[[[0, 0], [1, 0]], [[1.0000000001, 0], [2, 0]]]"
        #expect(
            try warnings(hair) == [
                "agreement:2:23: line 'l': part 2 begins less than 1 mm from where part 1 ends, at "
                    + "[1.0, 0.0]; both are read as open ends. If they are one line, give both the same "
                    + "position or write 'joins: within-accuracy' beside an 'accuracy'; 'joins: as-drawn' "
                    + "says that the gap is meant"
            ])
        // 0.0000001 degrees of longitude are 1.11 cm at the equator, 20 m are 0.00018 degrees.
        let two = "[[[0, 0], [1, 0]], [[2.00018, 0], [3, 0]], [[1.0000001, 0], [2, 0]]]"
        #expect(try warnings(two).first?.contains("part 3 begins 0.011 m from") == true)
        let known = try warnings(two, ", accuracy: 50 m")
        #expect(known.count == 1 && known[0].contains("(and 1 more such gaps)"), "\(known)")
        #expect(known.first?.contains("write 'joins: within-accuracy'; ") == true)
        #expect(try warnings(hair, ", joins: as-drawn").isEmpty)
        #expect(try warnings(hair, ", accuracy: 50 m, joins: within-accuracy").isEmpty)
        // What meets is joined; what is far apart is two parts; a part does not meet itself.
        #expect(try warnings("[[[0, 0], [1, 0]], [[1, 0], [2, 0]]]").isEmpty)
        #expect(try warnings("[[[0, 0], [1, 0]], [[1.001, 0], [2, 0]]]").isEmpty)
        #expect(
            try warnings("[[[0, 0], [1, 0], [1, 1], [0.000001, 0]], [[5, 5], [6, 6]]]").isEmpty)
    }

    @Test("Parts that would lie together with longitude and latitude exchanged are told")
    func swaps() throws {
        func warnings(_ line: String, _ zone: String) throws -> [String] {
            try Self.warnings(
                "lines: {l: {geometry: \(line), edges: geodesic}}\nzones: {z: {\(zone)}}")
        }
        let line = "[[47, 12], [47.3, 13]]"
        let point = try warnings(line, "within: 2 km, of: [12.5, 47.2]")
        #expect(point.count == 1)
        #expect(point[0].hasPrefix("agreement:2:23: line 'l' lies about [47.15, 12.5], zone 'z'"))
        #expect(point[0].contains("one of them may be written latitude first"))
        let area = "polygon: [[12, 47], [12.1, 47], [12.1, 47.1], [12, 47]], edges: geodesic"
        #expect(try warnings(line, area).count == 1)
        #expect(
            try warnings(line, "within: 1 km total, along: [[12, 47], [13, 47]], edges: planar")
                .count == 1)
        #expect(try warnings("[[12, 47], [13, 47.3]]", area).isEmpty)
        // Of three the one that lies elsewhere.
        let three = try Self.warnings(
            "lines: {l: {geometry: [[12, 47], [13, 47.3]], edges: geodesic}}\n"
                + "zones: {y: {within: 1 km, of: [12.5, 47]}, z: {within: 1 km, of: [47, 12.5]}}")
        #expect(three.count == 1 && three[0].contains(":3:66: zone 'z' lies"), "\(three)")
        #expect(three.first?.contains("zone 'z' would lie beside it") == true)
    }

    @Test("A width of 0 and one that takes in the globe are told")
    func widths() throws {
        let head = "lines: {l: {geometry: [[12, 47], [12.01, 47]], left: n, right: s}}\n"
        let none = try Self.warnings(head + "zones: {z: {within: {n: 0 km, s: 2 km}, of: l}}")
        #expect(none.count == 1 && none[0].contains("the width to the left (n) is 0"), "\(none)")
        let all = try Self.warnings(head + "zones: {z: {within: 30000 km each side, of: l}}")
        #expect(all.count == 1 && all[0].contains("farther than 20004 km"), "\(all)")
        #expect(try Self.warnings(head + "zones: {z: {within: 2 km each side, of: l}}").isEmpty)
    }
}
