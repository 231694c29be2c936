import Geodesy

/// The meridians and parallels of a map, with what is written at the frame.
struct Graticule {
    /// A meridian or parallel.
    struct Line {
        let degrees: Double
        let isMeridian: Bool
        let points: [MapPoint]
        /// Where it meets the frame below (meridians) or on the left (parallels).
        let label: MapPoint?
    }

    let lines: [Line]
    /// How many decimals of minutes or seconds labels need.
    let step: Double

    private static let steps: [Double] = [
        30, 20, 10, 5, 2, 1, 30.0 / 60, 20.0 / 60, 10.0 / 60, 5.0 / 60, 2.0 / 60, 1.0 / 60,
        30.0 / 3600, 20.0 / 3600, 10.0 / 3600, 5.0 / 3600, 2.0 / 3600, 1.0 / 3600,
    ]

    /// The lines within a frame, four to eight from top to bottom where that can be.
    init(_ projection: AzimuthalProjection, _ frame: MapFrame) {
        var places: [Coordinate] = []
        let count = 12
        for i in 0...count {
            for j in 0...count {
                places.append(
                    projection.place(
                        frame.point(
                            MapPoint(
                                frame.left + frame.width * Double(i) / Double(count),
                                frame.top + frame.height * Double(j) / Double(count)))))
            }
        }
        let centre = projection.place(frame.middle).longitude
        var (west, east) = (0.0, 0.0)
        var (south, north) = (90.0, -90.0)
        for place in places {
            let off = (place.longitude - centre).remainder(dividingBy: 360)
            (west, east) = (min(west, off), max(east, off))
            (south, north) = (min(south, place.latitude), max(north, place.latitude))
        }
        for latitude in [90.0, -90] {
            let pole = Coordinate(longitude: 0, latitude: latitude)
            if frame.holds(frame.pixel(projection.point(pole))) {
                (west, east) = (-180, 180)
                (south, north) = (min(south, latitude), max(north, latitude))
            }
        }
        (south, north) = (
            max(-90, south - 0.1 * (north - south)), min(90, north + 0.1 * (north - south))
        )
        let widest = max(north - south, 1e-9)
        let step = Self.steps.last { widest / $0 <= 7 } ?? 30
        self.step = step
        // Meridians draw together towards a pole, so that they may need a wider step.
        let across = Self.steps.last { (east - west) / $0 <= 9 && $0 >= step } ?? 30
        let edges = ProjectedEdge(
            projection: projection, tolerance: frame.metresPerPixel * 0.05)
        var lines: [Line] = []
        func add(_ degrees: Double, _ isMeridian: Bool, _ vertices: [Coordinate]) {
            var points = [projection.point(vertices[0])]
            for (from, to) in zip(vertices, vertices.dropFirst()) {
                points += edges.points(from: from, to: to, .planar, after: points[points.count - 1])
            }
            let pixels = points.map(frame.pixel)
            lines.append(
                Line(
                    degrees: degrees, isMeridian: isMeridian, points: pixels,
                    label: Self.meeting(pixels, frame, below: isMeridian)))
        }
        var longitude = ((centre + west) / across).rounded(.up) * across
        let last = min(centre + east, longitude + 359.999)
        let top = north >= 90 ? 90.0 : north
        let bottom = south <= -90 ? -90.0 : south
        while longitude <= last {
            let shown = longitude.remainder(dividingBy: 360)
            add(
                shown == -180 ? 180 : shown, true,
                [
                    Coordinate(longitude: shown, latitude: bottom),
                    Coordinate(longitude: shown, latitude: (top + bottom) / 2),
                    Coordinate(longitude: shown, latitude: top),
                ])
            longitude += across
        }
        var latitude = (bottom / step).rounded(.up) * step
        while latitude <= top {
            if latitude.magnitude < 89.9999 {
                let pieces = 8
                add(
                    latitude, false,
                    (0...pieces).map { k in
                        Coordinate(
                            longitude: (centre + west + (east - west) * Double(k) / Double(pieces))
                                .remainder(dividingBy: 360), latitude: latitude)
                    })
            }
            latitude += step
        }
        self.lines = lines
    }

    /// Where a line meets the lower or the left edge of the frame.
    private static func meeting(_ points: [MapPoint], _ frame: MapFrame, below: Bool) -> MapPoint? {
        let edge = below ? frame.top + frame.height : frame.left
        for (a, b) in zip(points, points.dropFirst()) {
            let (u, v) = below ? (a.y - edge, b.y - edge) : (a.x - edge, b.x - edge)
            guard u * v <= 0, u != v else { continue }
            let t = u / (u - v)
            let meeting = MapPoint(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y))
            let isWithin =
                below
                ? meeting.x > frame.left + 44 && meeting.x < frame.left + frame.width - 20
                : meeting.y > frame.top + 18 && meeting.y < frame.top + frame.height - 20
            if isWithin { return meeting }
        }
        return nil
    }

    /// The degrees of a line as a person reads them, such as 47°30′N.
    func text(_ line: Line, _ words: ReportWords) -> String {
        let letter =
            line.isMeridian
            ? line.degrees == 0 || line.degrees == 180
                ? "" : words[line.degrees < 0 ? "west" : "east"]
            : line.degrees == 0 ? "" : words[line.degrees < 0 ? "south" : "north"]
        let seconds = Int((line.degrees.magnitude * 3600).rounded())
        var text = "\(seconds / 3600)°"
        if seconds % 3600 != 0 || step < 1 {
            text += "\((seconds / 60 % 60).padded(2))′"
            if seconds % 60 != 0 || step < 1.0 / 60 { text += "\((seconds % 60).padded(2))″" }
        }
        return text + letter
    }
}

extension Int {
    /// The number with at least so many digits.
    func padded(_ digits: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
    }
}
