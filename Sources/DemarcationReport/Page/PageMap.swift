import SystemFiles
import Geodesy

/// The map of a page: drawn whole, so that it is there without scripts, and in layers that scripts move.
struct PageMap {
    let content: MapContent
    let frame: MapFrame
    let words: ReportWords
    /// Certain and possible extents of zones, where lines are known to an accuracy only.
    let extents: [(name: String, shapes: [ProjectedShape])]
    static let width = 1000.0
    let height: Double
    private let path = PathText(decimals: 2, tolerance: 0.02)

    init(
        _ content: MapContent, points: [MapPoint],
        extents: [(name: String, shapes: [ProjectedShape])], _ words: ReportWords
    ) {
        (self.content, self.words, self.extents) = (content, words, extents)
        // As high as what it shows, within reason.
        let xs = points.lazy.map(\.x).filter(\.isFinite)
        let ys = points.lazy.map(\.y).filter(\.isFinite)
        let across = (xs.max() ?? 0) - (xs.min() ?? 0)
        let down = (ys.max() ?? 0) - (ys.min() ?? 0)
        let ratio = across > 0 ? down / across : 0.7
        height = Self.width * max(0.5, min(0.85, ratio))
        frame = MapFrame(
            about: points, left: 0, top: 0, width: Self.width, height: height, room: 0.05)
    }

    private func pixels(_ chains: [[MapPoint]]) -> [[MapPoint]] {
        chains.map { $0.map(frame.pixel) }
    }

    /// The drawing, with the marks that stand there without scripts.
    func svg(_ marks: MarkDrawing, title: String) -> String {
        var definitions = ZoneStyle.definitions
        var zones = ""
        for (rank, zone) in content.zones.enumerated() {
            let style = ZoneStyle(rank)
            definitions +=
                "<path id=\"z\(rank)\" fill-rule=\"evenodd\" d=\"\(path.rings(pixels(zone.shape.rings)))\"/>"
            zones += "<g><title>\(Markup.text(zone.id))</title>"
            zones += ##"<use href="#z\##(rank)" fill="\##(ZoneStyle.ink)" fill-opacity=".09"/>"##
            if let fill = style.patternFill { zones += ##"<use href="#z\##(rank)" \##(fill)/>"## }
            zones +=
                "<path d=\"\(path.chains(pixels(zone.shape.chains)))\" \(style.border)/></g>\n"
        }
        var lines = ""
        var versions = ""
        for (k, line) in content.lines.enumerated() {
            let layer = line.version == nil ? "lines" : "version-\(k)"
            var drawn = ""
            definitions +=
                "<path id=\"l\(k)\"\(line.isLast ? " data-line=\"\(layer)\"" : "") d=\"\(path.chains(pixels(line.shape.chains)))\"/>"
            drawn += "<g fill=\"none\"><title>\(Markup.text(line.id))</title>"
            let band = 2 * line.accuracy.metres / frame.metresPerPixel
            if band > 0.02 {
                drawn +=
                    ##"<use href="#l\##(k)" class="band" stroke="#1c2429" stroke-opacity=".22" stroke-width="\##(band.fixed(2))"/>"##
            }
            drawn += ##"<use href="#l\##(k)" stroke="#fff" stroke-width="4"/>"##
            drawn +=
                ##"<use href="#l\##(k)" stroke="#1c2429" stroke-width="\##(line.isLast ? "2" : "1.3")""##
                + (line.isLast ? "" : ##" stroke-dasharray="5 3""##) + "/></g>\n"
            if line.version == nil {
                lines += drawn
            } else {
                versions += "<g data-layer=\"\(layer)\">\(drawn)</g>\n"
            }
        }
        let halves = content.halves.enumerated().map { k, half in
            "<g><title>\(Markup.text(half.party))</title>"
                + ##"<path d="\##(path.rings(pixels(half.shape.rings)))" fill="\##(MapDrawing.halfColours[k % 2])" "##
                + ##"fill-opacity=".09" fill-rule="evenodd"/></g>"##
        }.joined(separator: "\n")
        let furniture = FrameDrawing(content.projection, frame, words)
        var labels = LabelPlaces(frame)
        for box in furniture.boxes {
            labels.take(left: box.left, top: box.top, width: box.width, height: box.height)
        }
        let map = MapDrawing(content, frame)
        let names = map.zoneLabels(&labels) + map.halfLabels(&labels)
        let markers = map.markers(&labels)
        var text =
            ##"<svg id="map" viewBox="0 0 1000 \##(height.fixed(1))" role="img" aria-label="\##(Markup.text(title))" font-size="12">"##
        text += "<defs>\(definitions)</defs>\n"
        text += ##"<rect width="1000" height="\##(height.fixed(1))" fill="#f7f8f9"/>"##
        text += "<g data-layer=\"layers\">\(map.layers)</g>\n"
        text += "<g data-layer=\"zones\">\(zones)</g>\n<g data-layer=\"sides\">\(halves)</g>\n"
        for (k, extent) in extents.enumerated() {
            let d = extent.shapes.map { path.chains(pixels($0.chains)) }.joined()
            text +=
                ##"<g data-layer="\##(extent.name)" hidden="hidden"><path d="\##(d)" fill="none" stroke="\##(k == 0 ? "#1f6f8b" : "#9a6a1f")" stroke-dasharray="\##(k == 0 ? "6 3" : "2 2")"/></g>"##
                + "\n"
        }
        text += versions + "<g data-layer=\"lines\">\(lines)</g>\n"
        text += "<g class=\"still\">\(furniture.graticule)\(marks.footprints)\(marks.marks)</g>\n"
        text += "<g data-layer=\"markers\" class=\"still\">\(markers)</g>\n"
        text += "<g class=\"still\" data-layer=\"names\">\(names)</g>\n"
        text += "<g class=\"still\">\(furniture.frame)</g>\n"
        return text + "</svg>\n"
    }

    /// The names of zones and parties and the markers with their places, for scripts.
    var labels: [(text: String, point: MapPoint, kind: String)] {
        var labels = LabelPlaces(frame)
        let map = MapDrawing(content, frame)
        var all = map.zonePlaces(&labels).map { ($0.name, $0.place, "zone") }
        all += map.halfPlaces(&labels).map { ($0.name, $0.place, "side") }
        all += content.markers.prefix(2000).map { ($0.id, frame.pixel($0.point), "marker") }
        return all
    }
}
