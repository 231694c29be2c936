import Agreements
import Geodesy
import GeoJSONText
import ZoneDrawing

/// What a map shows of an agreement, projected.
package struct MapContent: Sendable {
    /// A zone.
    struct Zone {
        let id: String
        let shape: ProjectedShape
        let area: Area
    }

    /// A half of a zone, by the party whose side it is.
    struct Half {
        let party: String
        let shape: ProjectedShape
        let side: LineSide
    }

    /// A line, or an earlier version of one.
    struct Line {
        let id: String
        let shape: ProjectedShape
        let accuracy: Distance
        /// The number of the version, where there are several.
        let version: Int?
        let isLast: Bool
    }

    /// A marker of a line, and where it is.
    struct Marker {
        let id: String
        let point: MapPoint
    }

    /// Something of the user's, for orientation.
    struct Layer {
        let name: String
        let shape: ProjectedShape
        let points: [MapPoint]
    }

    /// A position that is explained, with the way to the nearest place on the nearest line.
    struct Explained {
        let point: MapPoint
        let way: [MapPoint]
        let lines: [String]
    }

    let projection: AzimuthalProjection
    private(set) var zones: [Zone] = []
    private(set) var halves: [Half] = []
    private(set) var lines: [Line] = []
    private(set) var markers: [Marker] = []
    private(set) var layers: [Layer] = []
    private(set) var explained: Explained?
    /// How far, in metres, straight pieces may leave curves.
    private let tolerance: Double

    /// The zones and lines of an agreement.
    ///
    /// - Parameters:
    ///   - drawings: its zones as they are to be shown, halves among them.
    ///   - tolerance: how far straight pieces may leave curves.
    package init(
        _ agreement: Agreement, _ drawings: [ZoneDrawing], _ projection: AzimuthalProjection,
        tolerance: Distance
    ) {
        self.projection = projection
        self.tolerance = tolerance.metres
        // The largest first, so that no zone hides another.
        for drawing in drawings where drawing.side == nil {
            zones.append(
                Zone(
                    id: drawing.zone,
                    shape: projection.shape(
                        drawing.polygon.polygons, tolerance: tolerance.metres),
                    area: drawing.area))
        }
        zones.sort { $0.area.squareMetres > $1.area.squareMetres }
        // The halves of one zone only: those of others lie upon them.
        let split = zones.first { zone in
            drawings.contains { $0.zone == zone.id && $0.side != nil && $0.party != nil }
        }
        for drawing in drawings where drawing.zone == split?.id {
            guard let side = drawing.side, let party = drawing.party else { continue }
            halves.append(
                Half(
                    party: agreement.parties.first { $0.id == party }?.name ?? party,
                    shape: projection.shape(
                        drawing.polygon.polygons, tolerance: tolerance.metres), side: side))
        }
        for line in agreement.lines {
            let geometries = line.versions.isEmpty ? [line.geometry] : line.versions.map(\.form)
            for (k, geometry) in geometries.enumerated() {
                let greatest = (line.accuracies.map(\.value) + [line.accuracy]).max() ?? .zero
                lines.append(
                    Line(
                        id: line.id,
                        shape: projection.shape(geometry, tolerance: tolerance.metres),
                        accuracy: greatest, version: geometries.count > 1 ? k + 1 : nil,
                        isLast: k == geometries.count - 1))
            }
            markers += line.markers.map {
                Marker(id: $0.id, point: projection.point($0.position))
            }
        }
    }

    /// Adds a layer for orientation: the geometries of a GeoJSON text.
    ///
    /// - Throws: `JSONFault` for a text that is no GeoJSON.
    package mutating func addLayer(_ bytes: [UInt8], name: String) throws(JSONFault) {
        let places = try GeoJSONGeometries(bytes).places()
        let all = places.points + places.lines.joined() + places.polygons.joined().joined()
        if let bad = all.first(where: { !$0.isValid }) {
            throw JSONFault(
                reason:
                    "[\(bad)] is not on the globe: longitude is -180 to 180, latitude -90 to 90",
                offset: nil)
        }
        var shape = projection.shape(places.polygons, tolerance: tolerance)
        shape.chains += places.lines.map {
            projection.chain($0, .planar, tolerance: tolerance)
        }
        layers.append(
            Layer(name: name, shape: shape, points: places.points.map(projection.point)))
    }

    /// Shows how a position is judged.
    package mutating func explain(_ explanation: Explanation, _ words: ReportWords) {
        let judgement = explanation.judgement
        let nearest = explanation.lines.first { $0.isNearest }
        var texts: [String] = []
        if let nearest {
            texts.append(
                words.text(
                    "explained-line",
                    ["distance": words.length(nearest.nearest.distance), "line": nearest.id]))
        }
        if !judgement.zonesInside.isEmpty {
            texts.append(
                words.text(
                    "explained-in", ["zones": judgement.zonesInside.joined(separator: ", ")]))
        }
        if !judgement.zonesUndeterminable.isEmpty {
            texts.append(
                words.text(
                    "explained-open",
                    ["zones": judgement.zonesUndeterminable.joined(separator: ", ")]))
        }
        if judgement.zonesInside.isEmpty, judgement.zonesUndeterminable.isEmpty {
            texts.append(words["explained-none"])
        }
        let position = explanation.report.position
        let way =
            nearest.map {
                projection.chain([position, $0.nearest.place], .geodesic, tolerance: tolerance)
            } ?? []
        explained = Explained(point: projection.point(position), way: way, lines: texts)
    }

    /// The points that a frame holds: zones and lines, or without any the findings.
    func framed(with findings: MapFindings) -> [MapPoint] {
        var points = zones.flatMap { Array($0.shape.points) }
        points += lines.flatMap { Array($0.shape.points) }
        if let explained { points.append(explained.point) }
        return points.isEmpty ? findings.marks.map(\.point) : points
    }
}
