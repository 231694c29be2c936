import Demarcation
import Geodesy

extension ZoneDrawing {
    /// A GeoJSON FeatureCollection (RFC 7946) of drawings, one feature a line of text.
    ///
    /// Colours are those of simplestyle 1.1; a zone keeps its colour whatever else is drawn, by its
    /// place in `order`.
    public static func featureCollection(_ drawings: [ZoneDrawing], order: [Zone.ID]) -> String {
        var text = "{\"type\":\"FeatureCollection\",\"features\":["
        for (k, drawing) in drawings.enumerated() {
            text += k == 0 ? "\n" : ",\n"
            drawing.write(colour: order.firstIndex(of: drawing.zone) ?? 0, to: &text)
        }
        return text + "\n]}\n"
    }

    /// Calm colours that people with every kind of colour vision can tell apart (Okabe and Ito,
    /// Color Universal Design, 2008; without black).
    private static let colours = [
        "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442",
    ]

    private func write(colour: Int, to text: inout String) {
        let colour = Self.colours[colour % Self.colours.count]
        text += "{\"type\":\"Feature\",\"properties\":{\"zone\":" + Self.quoted(zone)
        text += ",\"side\":" + (sideName.map(Self.quoted) ?? "null")
        text += ",\"tolerance_m\":\(tolerance.metres)"
        text += ",\"max_deviation_m\":\(Self.roundedUp(audit.maxDeviation.metres))"
        text += ",\"area_km2\":\(Self.rounded(area.squareKilometres))"
        text += ",\"perimeter_km\":\(Self.rounded(perimeter.value(in: .kilometre)))"
        text += ",\"vertices\":\(vertexCount),\"holes\":\(holeCount),\"parts\":\(partCount)"
        text += ",\"fill\":\"\(colour)\",\"fill-opacity\":\(side == nil ? 0.2 : 0.3)"
        text += ",\"stroke\":\"\(colour)\",\"stroke-width\":\(side == nil ? 2 : 1)}"
        text += ",\"geometry\":"
        if polygon.polygons.count == 1 {
            text += "{\"type\":\"Polygon\",\"coordinates\":"
            Self.write(polygon.polygons[0], to: &text)
        } else {
            text += "{\"type\":\"MultiPolygon\",\"coordinates\":["
            for (k, rings) in polygon.polygons.enumerated() {
                if k > 0 { text += "," }
                Self.write(rings, to: &text)
            }
            text += "]"
        }
        text += "}}"
    }

    /// The party whose side is drawn, or `left` or `right`; `nil` for a whole zone.
    public var sideName: String? { party ?? side?.rawValue }

    private static func write(_ rings: [[Coordinate]], to text: inout String) {
        text += "["
        for (r, ring) in rings.enumerated() {
            text += r > 0 ? ",[" : "["
            for (v, vertex) in ring.enumerated() {
                text += v > 0 ? ",[" : "["
                text += vertex.longitude.description
                text += ","
                text += vertex.latitude.description
                text += "]"
            }
            text += "]"
        }
        text += "]"
    }

    /// To a millimetre or square metre.
    private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

    /// To a hundredth of a millimetre, never less than it is.
    private static func roundedUp(_ value: Double) -> Double { (value * 1e5).rounded(.up) / 1e5 }

    private static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
