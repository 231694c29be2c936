import SystemFiles
import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What stands about every map: graticule, scale bar, north, border.
struct FrameDrawing {
    let graticule: String
    let frame: String
    /// The room that they take.
    let boxes: [SheetLayout.Area]

    init(_ projection: AzimuthalProjection, _ frame: MapFrame, _ words: ReportWords) {
        let lines = Graticule(projection, frame)
        let path = PathText()
        var boxes: [SheetLayout.Area] = []
        graticule =
            ##"<path d="\##(path.chains(lines.lines.map(\.points)))" fill="none" stroke="#cdd3d8" "##
            + ##"stroke-width=".8"/>"## + "\n"
        var text = ""
        for line in lines.lines {
            guard let place = line.label else { continue }
            let label = lines.text(line, words)
            let (x, y) =
                line.isMeridian
                ? (place.x, frame.top + frame.height - 6) : (frame.left + 5, place.y - 4)
            let width = LabelPlaces.width(of: label, size: 11)
            boxes.append(
                SheetLayout.Area(
                    left: line.isMeridian ? x - width / 2 : x, top: y - 11, width: width, height: 14
                ))
            text +=
                ##"<text x="\##(x.fixed(1))" y="\##(y.fixed(1))" font-size="11" fill="#56626b" "##
                + ##"stroke="#f7f8f9" stroke-width="3" paint-order="stroke" "##
                + (line.isMeridian ? ##"text-anchor="middle""## : "") + ">\(label)</text>\n"
        }
        // The scale bar, on the right above the labels of meridians.
        let metres = Self.round(frame.metresPerPixel * min(160, frame.width / 3))
        let length = metres / frame.metresPerPixel
        let (right, base) = (frame.left + frame.width - 14, frame.top + frame.height - 30)
        boxes.append(
            SheetLayout.Area(
                left: right - length - 24, top: base - 20, width: length + 38, height: 30))
        text +=
            ##"<g stroke="#1c2429" stroke-width="1"><rect x="\##((right - length).fixed(1))" y="\##(base.fixed(1))" "##
            + ##"width="\##((length / 2).fixed(1))" height="5" fill="#1c2429"/>"##
            + ##"<rect x="\##((right - length / 2).fixed(1))" y="\##(base.fixed(1))" width="\##((length / 2).fixed(1))" "##
            + ##"height="5" fill="#fff"/></g>"##
        let halo = ##"stroke="#f7f8f9" stroke-width="3" paint-order="stroke""##
        text +=
            ##"<text x="\##((right - length).fixed(1))" y="\##((base - 5).fixed(1))" font-size="11" "##
            + ##"text-anchor="middle" \##(halo)>0</text>"##
        text +=
            ##"<text x="\##(right.fixed(1))" y="\##((base - 5).fixed(1))" font-size="11" text-anchor="end" \##(halo)>"##
            + Markup.text(words.length(.metres(metres))) + "</text>\n"
        // North turns with the meridians, so the arrow shows it where it stands.
        let (x, y) = (frame.left + frame.width - 24, frame.top + 32)
        let place = projection.place(frame.point(MapPoint(x, y)))
        boxes.append(SheetLayout.Area(left: x - 18, top: y - 28, width: 36, height: 52))
        if place.latitude.magnitude < 89.99 {
            let step = min(0.01, (90 - place.latitude.magnitude) / 2)
            let a = frame.pixel(projection.point(place))
            let b = frame.pixel(
                projection.point(
                    Coordinate(longitude: place.longitude, latitude: place.latitude + step)))
            let turn = atan2(b.x - a.x, a.y - b.y) * 180 / .pi
            text +=
                ##"<g transform="translate(\##(x.fixed(1)) \##(y.fixed(1))) rotate(\##(turn.fixed(1)))">"##
                + ##"<title>\##(Markup.text(words["north-arrow"]))</title>"##
                + ##"<path d="M0-12l6 20-6-4.5-6 4.5z" fill="#1c2429"/>"##
                + ##"<text y="-15" font-size="11" text-anchor="middle" \##(halo)>\##(words["north"])</text></g>"##
                + "\n"
        }
        text +=
            ##"<rect x="\##(frame.left.fixed(1))" y="\##(frame.top.fixed(1))" width="\##(frame.width.fixed(1))" "##
            + ##"height="\##(frame.height.fixed(1))" fill="none" stroke="#8a959d"/>"## + "\n"
        self.frame = text
        self.boxes = boxes
    }

    /// The greatest of 1, 2 and 5 times a power of ten that is at most this.
    static func round(_ metres: Double) -> Double {
        var unit = 1.0
        while unit * 10 <= metres { unit *= 10 }
        while unit > metres, unit > 1e-3 { unit /= 10 }
        return metres >= unit * 5 ? unit * 5 : metres >= unit * 2 ? unit * 2 : unit
    }
}
