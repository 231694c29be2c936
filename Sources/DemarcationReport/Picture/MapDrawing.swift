import SystemFiles
import Geodesy

/// What a map shows of the agreement, as groups of SVG.
struct MapDrawing {
    let content: MapContent
    let frame: MapFrame
    private let path = PathText()

    init(_ content: MapContent, _ frame: MapFrame) { (self.content, self.frame) = (content, frame) }

    static let halfColours = ["#1f6f8b", "#9a6a1f"]
    private static let halo =
        ##"stroke="#f7f8f9" stroke-width="3" paint-order="stroke" stroke-linejoin="round""##

    private func pixels(_ chains: [[MapPoint]]) -> [[MapPoint]] {
        chains.map { $0.map(frame.pixel) }
    }

    /// The user's layers, below all else.
    var layers: String {
        content.layers.map { layer in
            let dots = layer.points.map { point in
                let pixel = frame.pixel(point)
                return "M\(pixel.x.fixed(1)) \(pixel.y.fixed(1))m-1.5-1.5h3v3h-3z"
            }.joined()
            return "<g><title>\(Markup.text(layer.name))</title>"
                + ##"<path d="\##(path.rings(pixels(layer.shape.rings)))" fill="#b9b2a3" fill-opacity=".18" fill-rule="evenodd"/>"##
                + ##"<path d="\##(path.chains(pixels(layer.shape.chains)))" fill="none" stroke="#8f8672" stroke-width="1.1"/>"##
                + ##"<path d="\##(dots)" fill="#6f6754"/></g>"## + "\n"
        }.joined()
    }

    /// The zones: a tint that darkens where they lie upon each other, a pattern and a border each.
    var zones: String {
        content.zones.enumerated().map { rank, zone in
            let style = ZoneStyle(rank)
            let fill = path.rings(pixels(zone.shape.rings))
            var text = "<g><title>\(Markup.text(zone.id))</title>"
            text +=
                ##"<path d="\##(fill)" fill="\##(ZoneStyle.ink)" fill-opacity=".09" fill-rule="evenodd"/>"##
            if let pattern = style.patternFill {
                text += ##"<path d="\##(fill)" \##(pattern) fill-rule="evenodd"/>"##
            }
            text += ##"<path d="\##(path.chains(pixels(zone.shape.chains)))" \##(style.border)/>"##
            return text + "</g>\n"
        }.joined()
    }

    /// The halves of the largest zone that has any, in the parties' tints.
    var halves: String {
        content.halves.enumerated().map { k, half in
            "<g><title>\(Markup.text(half.party))</title>"
                + ##"<path d="\##(path.rings(pixels(half.shape.rings)))" fill="\##(Self.halfColours[k % 2])" "##
                + ##"fill-opacity=".07" fill-rule="evenodd"/></g>"## + "\n"
        }.joined()
    }

    /// The lines, with the band that their accuracy leaves open.
    var lines: String {
        content.lines.map { line in
            let d = path.chains(pixels(line.shape.chains))
            var text =
                "<g fill=\"none\" stroke-linejoin=\"round\"><title>\(Markup.text(line.id))</title>"
            let band = 2 * line.accuracy.metres / frame.metresPerPixel
            if band > 1.5 {
                text +=
                    ##"<path d="\##(d)" stroke="#1c2429" stroke-opacity=".2" stroke-width="\##(band.fixed(1))"/>"##
            }
            text += ##"<path d="\##(d)" stroke="#fff" stroke-width="4"/>"##
            text +=
                ##"<path d="\##(d)" stroke="#1c2429" stroke-width="\##(line.isLast ? "2" : "1.3")""##
                + (line.isLast ? "" : ##" stroke-dasharray="5 3""##) + "/>"
            return text + "</g>\n"
        }.joined()
    }

    /// The lines once more, thin, so that no crowd of marks hides them.
    var lineAbove: String {
        let chains = content.lines.filter(\.isLast).flatMap { pixels($0.shape.chains) }
        return
            ##"<path d="\##(path.chains(chains))" fill="none" stroke="#1c2429" stroke-width="1.2" stroke-linejoin="round"/>"##
            + "\n"
    }

    /// The markers of the lines, with their names where there is room.
    func markers(_ labels: inout LabelPlaces) -> String {
        var text = ""
        for marker in content.markers {
            let pixel = frame.pixel(marker.point)
            guard frame.holds(pixel) else { continue }
            text +=
                ##"<circle cx="\##(pixel.x.fixed(1))" cy="\##(pixel.y.fixed(1))" r="2.6" fill="#fff" stroke="#1c2429"/>"##
            let places = [
                MapPoint(pixel.x, pixel.y - 7), MapPoint(pixel.x, pixel.y + 15),
                MapPoint(pixel.x + 18, pixel.y + 4), MapPoint(pixel.x - 18, pixel.y + 4),
            ]
            if content.markers.count <= 200,
                let place = labels.place(marker.id, size: 10, near: places)
            {
                text += Self.label(marker.id, place, size: 10, colour: "#3a454d")
            }
        }
        return text + (text.isEmpty ? "" : "\n")
    }

    /// The names of the zones, each just within its border.
    func zoneLabels(_ labels: inout LabelPlaces) -> String {
        zonePlaces(&labels).map {
            Self.label($0.name, $0.place, size: 12, colour: "#22303a", isBold: true)
        }.joined()
    }

    /// Where these names are.
    func zonePlaces(_ labels: inout LabelPlaces) -> [(name: String, place: MapPoint)] {
        var found: [(name: String, place: MapPoint)] = []
        // The smallest first: they have least choice.
        for zone in content.zones.reversed() {
            let pixels = zone.shape.chains.joined().map(frame.pixel).filter(frame.holds)
            guard
                let place = labels.place(
                    zone.id, size: 12, near: Self.places(along: pixels, zone: zone, frame))
            else { continue }
            found.append((zone.id, place))
        }
        return found
    }

    /// Places to try along a border: where it is uppermost, lowest, and between; within the zone and without.
    private static func places(
        along border: [MapPoint], zone: MapContent.Zone, _ frame: MapFrame
    ) -> [MapPoint] {
        guard let first = border.first else { return [] }
        let ways: [(Double, Double)] = [
            (0, -1), (1, -1), (-1, -1), (1, 1), (-1, 1), (0, 1), (1, 0), (-1, 0), (1, -2), (-1, -2),
            (2, -1), (-2, -1),
        ]
        var places: [MapPoint] = []
        for (x, y) in ways {
            let extreme = border.reduce(first) {
                $1.x * x + $1.y * y > $0.x * x + $0.y * y ? $1 : $0
            }
            places.append(MapPoint(extreme.x - x * 22, extreme.y - y * 10 + (y < 0 ? 8 : -2)))
        }
        // Then anywhere along it.
        let step = max(1, border.count / 40)
        for k in stride(from: 0, to: border.count, by: step) {
            places.append(MapPoint(border[k].x, border[k].y - 5))
        }
        return places
    }

    /// The names of the parties, on their sides.
    func halfLabels(_ labels: inout LabelPlaces) -> String {
        halfPlaces(&labels).map {
            Self.label($0.name, $0.place, size: 14, colour: "#2c3b45", isSpaced: true)
        }.joined()
    }

    /// Where these names are.
    func halfPlaces(_ labels: inout LabelPlaces) -> [(name: String, place: MapPoint)] {
        content.halves.compactMap { half in
            labels.place(
                half.party, size: 14, near: InnerPlaces.of(pixels(half.shape.rings), frame)
            ).map { (half.party, $0) }
        }
    }

    /// The position that is explained.
    func explained(_ labels: inout LabelPlaces) -> String {
        guard let explained = content.explained else { return "" }
        let pixel = frame.pixel(explained.point)
        var text =
            ##"<path d="\##(path.chains(pixels([explained.way])))" fill="none" stroke="#1c2429" stroke-width="1.4" stroke-dasharray="3 2"/>"##
        text +=
            ##"<g transform="translate(\##(pixel.x.fixed(1)) \##(pixel.y.fixed(1)))"><circle r="7" fill="#fff" fill-opacity=".85" stroke="#1c2429" stroke-width="1.5"/><path d="M-11 0h22M0-11v22" stroke="#1c2429"/></g>"##
            + "\n"
        labels.take(left: pixel.x - 12, top: pixel.y - 12, width: 24, height: 24)
        for (k, line) in explained.lines.enumerated() {
            let y = pixel.y + 26 + Double(k) * 15
            let places = [MapPoint(pixel.x, y), MapPoint(pixel.x, pixel.y - 20 - Double(k) * 15)]
            if let place = labels.place(line, size: 12, near: places) {
                text += Self.label(line, place, size: 12, colour: "#1c2429")
            }
        }
        return text
    }

    private static func label(
        _ name: String, _ place: MapPoint, size: Double, colour: String, isBold: Bool = false,
        isSpaced: Bool = false
    ) -> String {
        ##"<text x="\##(place.x.fixed(1))" y="\##(place.y.fixed(1))" font-size="\##(size.fixed(0))" "##
            + ##"text-anchor="middle" fill="\##(colour)" \##(halo) unicode-bidi="plaintext""##
            + (isBold ? ##" font-weight="600""## : "")
            + (isSpaced ? ##" letter-spacing=".6""## : "")
            + ">\(Markup.text(name))</text>\n"
    }
}
