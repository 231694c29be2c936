import Agreements
import Datums
import Geodesy
import TestSupport
import Testing
import Zones

@testable import AgreementFiles

/// `crs`, `operation` and `allow-accuracy` beside the coordinates of an agreement.
///
/// Places on WGS 84 are those of `pyproj.transformer.TransformerGroup` (PROJ 9.5.1) by the operation named.
@Suite struct CoordinateSystemTests {
    /// 7425838, 5351700 and 7500000, 5351700 of EPSG:28407 by EPSG:5044.
    static let grid = [
        Coordinate(longitude: 37.998987450476, latitude: 48.293968454180),
        Coordinate(longitude: 38.998474936088, latitude: 48.298327257701),
    ]
    static let gridText = "[[7425838, 5351700], [7500000, 5351700]]"

    static func read(_ text: String, folder: String = "") throws -> AgreementFile {
        try AgreementFile.read(text: text, folder: folder)
    }

    static func reasons(_ text: String, folder: String = "") -> [String] {
        let error = #expect(throws: AgreementFileErrors.self) { try read(text, folder: folder) }
        return error?.errors.map(\.reason) ?? []
    }

    /// Whether places agree within 0.1 mm.
    static func agree(_ found: [Coordinate], _ expected: [Coordinate]) -> Bool {
        found.count == expected.count
            && zip(found, expected).allSatisfy { Exact.distance($0, $1) < 1e-4 }
    }

    @Test("A line in a grid lies where PROJ has it, and is as much less accurate")
    func line() throws {
        let file = try Self.read(
            """
            lines:
              contact: {geometry: \(Self.gridText), crs: EPSG:28407, accuracy: 50 m, edges: geodesic}
              stated: {geometry: [[37, 48], [38, 48]], edges: geodesic, accuracy: 50 m}
            """)
        let line = file.agreement.lines[0]
        #expect(Self.agree(line.geometry.parts[0], Self.grid), "\(line.geometry.parts[0])")
        #expect(line.geometry.edges == .geodesic)
        #expect(line.accuracy == .metres(53))
        #expect(file.agreement.lines[1].accuracy == .metres(50))
        #expect(file.systems.count == 1)
        #expect(file.systems[0].path == ["lines", "contact"])
        #expect(file.systems[0].accuracy == .metres(3))
        #expect(
            file.systems[0].summary
                == "EPSG:28407 (Pulkovo 1942 / Gauss-Kruger zone 7) by Pulkovo 1942 to WGS 84 (20) "
                + "(EPSG:5044), 3 m")
    }

    @Test("Another operation is taken where it is named")
    func pinned() throws {
        let file = try Self.read(
            """
            lines: {l: {geometry: \(Self.gridText), crs: EPSG:28407, operation: EPSG:15865, edges: rhumb}}
            """)
        #expect(file.agreement.lines[0].accuracy == .metres(4.5))
        #expect(file.systems[0].uses.map(\.operation.code) == ["EPSG:15865"])
    }

    @Test("Angles of another datum are read in any notation of degrees")
    func angles() throws {
        // 38°00'00"E 48°18'00"N and 39°E 48.3°N on Pulkovo 1942 by EPSG:5044.
        let expected = [
            Coordinate(longitude: 37.998460058914, latitude: 48.299928207683),
            Coordinate(longitude: 38.998474879285, latitude: 48.299943909990),
        ]
        for text in [
            "[[38, 48.3], [39, 48.3]]", "[481800N 0380000E, \"48°18'00''N 39°00'00''E\"]",
            "[[\"38°00'00''\", \"48°18'00''\"], [39, 48.3, 120]]",
        ] {
            let line = try Self.read(
                "lines: {l: {geometry: \(text), crs: EPSG:4284, edges: geodesic}}"
            ).agreement.lines[0]
            #expect(
                Self.agree(line.geometry.parts[0], expected), "\(text): \(line.geometry.parts)")
            #expect(line.accuracy == .metres(3))
        }
    }

    @Test("A system on WGS 84 adds nothing, and is not misread")
    func onWGS84() throws {
        // UTM zone 37 north of PROJ's utm: 38.283315361331226, 48.44490908518615.
        let file = try Self.read(
            "zones: {z: {within: 1 km, of: [447000, 5366000], crs: EPSG:32637}}")
        let expected = Coordinate(longitude: 38.283315361331226, latitude: 48.44490908518615)
        guard case .around(let centre, _, .zero) = file.agreement.zones[0].region else {
            Issue.record("\(file.agreement.zones[0].region)")
            return
        }
        #expect(Self.agree([centre], [expected]))
        #expect(file.systems[0].summary == "EPSG:32637 (WGS 84 / UTM zone 37N) is on WGS 84")
        let plain = try Self.read("zones: {z: {within: 1 km, of: [38, 48], crs: EPSG:4326}}")
        #expect(
            plain.agreement.zones[0].region
                == .aroundPoint(
                    radius: .kilometres(1), centre: Coordinate(longitude: 38, latitude: 48)))
    }

    @Test("Points, areas, routes and clips of a zone are all in its system, and as accurate")
    func zones() throws {
        let ring =
            "[[7425838, 5351700], [7500000, 5351700], [7500000, 5400000], [7425838, 5351700]]"
        let agreement = try Self.read(
            """
            lines: {l: {geometry: [[37, 48], [38, 48]], edges: geodesic}}
            zones:
              point: {within: 5 km, of: [7425838, 5351700], crs: EPSG:28407, accuracy: 10 m}
              area: {polygon: \(ring), crs: EPSG:28407, accuracy: 30 m}
              planar: {polygon: \(ring), crs: EPSG:28407, edges: planar}
              degrees: {polygon: [[38, 48], [38.001, 48], [38, 48.001], [38, 48]], crs: EPSG:4284}
              ring: {within: 5 km outward, of: \(ring), crs: EPSG:28407}
              route: {within: 5 km total, along: \(Self.gridText), crs: EPSG:28407}
              clip: {within: 2 km each side, of: l, clip: \(ring), crs: EPSG:28407}
            """
        ).agreement
        let regions = Dictionary(
            uniqueKeysWithValues: agreement.zones.map { ($0.id, $0.region) })
        guard case .around(let centre, _, let pointAccuracy)? = regions["point"],
            case .inside(let area)? = regions["area"],
            case .inside(let planar)? = regions["planar"],
            case .inside(let degrees)? = regions["degrees"],
            case .outward(let outward, _)? = regions["ring"],
            case .beside(.route(let route, let routeAccuracy), _, _, _)? = regions["route"],
            case .intersection(let parts)? = regions["clip"], parts.count == 2,
            case .inside(let clip) = parts[1]
        else {
            Issue.record("\(regions)")
            return
        }
        #expect(Self.agree([centre], [Self.grid[0]]))
        #expect(pointAccuracy == .metres(13))
        #expect(Self.agree(Array(area.geometry.polygons[0][0].prefix(2)), Self.grid))
        #expect(area.accuracy == .metres(33))
        // What is straight in a grid is nearer to a geodesic.
        #expect(area.edges == .geodesic)
        #expect(planar.edges == .planar && planar.accuracy == .metres(3))
        #expect(degrees.edges == .planar && degrees.accuracy == .metres(3))
        #expect(outward.accuracy == .metres(3))
        #expect(Self.agree(route.parts[0], Self.grid))
        #expect(routeAccuracy == .metres(3))
        #expect(clip.edges == .planar && clip.accuracy == .metres(3))
        #expect(
            agreement.inWords(agreement.zones[0]).hasSuffix(", known to 13 m"),
            "\(agreement.inWords(agreement.zones[0]))")
    }

    @Test("A GeoJSON file is in the system that is named beside it, and may say so itself")
    func files() throws {
        let folder = try TemporaryFolder()
        for (name, member) in [
            ("bare", ""),
            (
                "same",
                #""crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28407"}},"#
            ),
            ("other", #""crs": {"type": "name", "properties": {"name": "EPSG:28406"}},"#),
            ("wgs", #""crs": {"type": "name", "properties": {"name": "CRS84"}},"#),
        ] {
            try folder.write(
                #"{"type": "LineString", \#(member) "coordinates": \#(Self.gridText)}"#,
                to: name + ".geojson")
        }
        try folder.write(
            #"{"type": "Point", "coordinates": [7425838, 5351700]}"#, to: "point.geojson")
        for name in ["bare", "same"] {
            let file = try Self.read(
                "lines: {l: {geometry: \(name).geojson, crs: EPSG:28407, edges: geodesic}}",
                folder: folder.path)
            #expect(Self.agree(file.agreement.lines[0].geometry.parts[0], Self.grid))
            #expect(file.agreement.lines[0].accuracy == .metres(3))
        }
        for name in ["other", "wgs"] {
            let reasons = Self.reasons(
                "lines: {l: {geometry: \(name).geojson, crs: EPSG:28407}}", folder: folder.path)
            #expect(
                reasons.contains {
                    $0.contains("and EPSG:28407 by the agreement; expected one of both")
                },
                "\(reasons)")
        }
        let unsaid = Self.reasons("lines: {l: {geometry: same.geojson}}", folder: folder.path)
        #expect(
            unsaid.contains { $0.contains("or name the system by 'crs' in an agreement") },
            "\(unsaid)")
        let zone = try Self.read(
            "zones: {z: {within: 1 km, of: point.geojson, crs: EPSG:28407}}", folder: folder.path
        ).agreement.zones[0].region
        guard case .around(let centre, _, .metres(3)) = zone else {
            Issue.record("\(zone)")
            return
        }
        #expect(Self.agree([centre], [Self.grid[0]]))
    }

    @Test("Kalianpur has no known accuracy in the north of Pakistan: refused until one is named")
    func allowance() throws {
        let line = "geometry: [[73, 33.6], [73.1, 33.6]], edges: geodesic, crs: EPSG:4145"
        let reasons = Self.reasons("lines: {l: {\(line)}}")
        #expect(reasons.count == 1)
        for part in [
            "Kalianpur 1962 to WGS 84 (1) (EPSG:1247)", "its accuracy is not known", "ballpark",
            "as by 'allow-accuracy: 999 m' beside 'crs'",
        ] {
            #expect(reasons.first?.contains(part) == true, "\(reasons)")
        }
        let allowed = try Self.read("lines: {l: {\(line), allow-accuracy: 999 m}}")
        #expect(allowed.agreement.lines[0].accuracy == .metres(999))
        // By EPSG:1247.
        let place = Coordinate(longitude: 72.999232490195, latitude: 33.599592454972)
        #expect(Self.agree([allowed.agreement.lines[0].geometry.parts[0][0]], [place]))
        #expect(allowed.systems[0].summary.contains("999 m was taken (allow-accuracy)"))
        let pinned = Self.reasons("lines: {l: {\(line), operation: EPSG:1247}}")
        #expect(
            pinned.contains {
                $0.contains("operation: ") && $0.contains("'allow-accuracy: 999 m'")
            },
            "\(pinned)")
    }

    @Test(
        "What cannot be used is refused with its place",
        arguments: [
            ("geometry: [[38, 48], [39, 48]], crs: EPSG:0", "crs: 'EPSG:0' is no reference system"),
            ("geometry: [[38, 48], [39, 48]], crs: 28407", "has no authority, expected EPSG:28407"),
            ("geometry: [[38, 48], [39, 48]], crs: EPSG:5703", "name its horizontal system"),
            ("geometry: [[38, 48], [39, 48]], crs: [1, 2]", "crs is a text, not"),
            ("geometry: [[38, 48], [39, 48]], crs: EPSG:28407", "look like longitude and latitude"),
            (
                "geometry: [[7425838, 5351700], [7500000, 5351700]], crs: EPSG:4284",
                "metres of a grid"
            ),
            (
                "geometry: [[6425838, 5351700], [6500000, 5351700]], crs: EPSG:28407",
                "EPSG:28406 (Pulkovo 1942 / Gauss-Kruger zone 6) would fit"
            ),
            (
                "geometry: [[5351700, 7425838], [5351700, 7500000]], crs: EPSG:28407",
                "they are swapped"
            ),
            ("geometry: [[1, 2, 3, 4]], crs: EPSG:28407", "not 4 numbers"),
            ("geometry: [[x, 2]], crs: EPSG:28407", "not"),
            (
                "geometry: [\"38°E 48°N\", [39, 48]], crs: EPSG:28407",
                "is not two numbers of EPSG:28407, expected [easting, northing]"
            ),
            (
                "geometry: [37UDP4700066000, [39, 48]], crs: EPSG:4284",
                "has a system of its own, and 'crs' says EPSG:4284"
            ),
            (
                "geometry: [\"SRID=4326;POINT (38 48)\", [39, 48]], crs: EPSG:4284",
                "has a system of its own"
            ),
            (
                "geometry: [[170251, 626867], [170251, 627867]], crs: EPSG:28191",
                "does not hold there"
            ),
            (
                "geometry: [[38, 48], [39, 48]], crs: +proj=longlat +ellps=krass",
                "ballpark: it ignores the datum"
            ),
            ("geometry: [[38, 48], [39, 48]], operation: EPSG:5044", "'operation' goes with 'crs'"),
            (
                "geometry: [[38, 48], [39, 48]], allow-accuracy: 3 m",
                "'allow-accuracy' goes with 'crs'"
            ),
            ("geometry: [[38, 48], [39, 48]], crs: EPSG:4284, allow-accuracy: 3", "allow-accuracy"),
            (
                "geometry: [[38, 48], [39, 48]], crs: EPSG:4284, operation: EPSG:1074",
                "operation: 'EPSG:1074' is no operation from EPSG:4284"
            ),
        ])
    func refused(line: String, reason: String) {
        let reasons = Self.reasons("lines: {l: {\(line)}}")
        #expect(reasons.contains { $0.contains(reason) }, "\(reasons)")
        #expect(reasons.allSatisfy { !$0.contains("--allow-accuracy") }, "\(reasons)")
    }

    @Test("A zone without coordinates of its own has no system")
    func zoneWithoutCoordinates() {
        let line = "lines: {l: {geometry: [[38, 48], [39, 48]], edges: geodesic}}\n"
        for zone in [
            "within: 2 km each side, of: l", "between: [1 km, 2 km], of: l", "union: [a, b]",
        ] {
            let reasons = Self.reasons(
                line
                    + "zones: {a: {within: 1 km, of: [38, 48]}, b: {within: 2 km, of: [38, 48]}, z: {\(zone), crs: EPSG:4284}}"
            )
            #expect(
                reasons.contains { $0.contains("zone 'z' has no coordinates of its own") },
                "\(reasons)")
        }
    }

    @Test("A point that may be off leaves what is near the limit open")
    func memberships() throws {
        let agreement = try Self.read(
            "zones: {z: {within: 5 km, of: [7425838, 5351700], crs: EPSG:28407}}"
        ).agreement
        let compiled = try CompiledAgreement(agreement)
        for (metres, inside, undeterminable) in [
            (4_996.9, ["z"], [String]()), (4_997.1, [], ["z"]), (5_002.9, [], ["z"]),
            (5_003.1, [], []),
        ] {
            let position = Exact.direct(Self.grid[0], azimuth: 77, metres)
            let judgement = compiled.judge(Report(position: position))
            #expect(judgement.zonesInside == inside, "\(metres)")
            #expect(judgement.zonesUndeterminable == undeterminable, "\(metres)")
        }
    }
}
