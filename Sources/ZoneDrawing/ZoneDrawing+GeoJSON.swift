import Agreements
import Geodesy
import GeoJSONText

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
        text += "{\"type\":\"Feature\",\"properties\":{\"zone\":" + zone.quotedAsJSON()
        text += ",\"side\":" + (sideName.map { $0.quotedAsJSON() } ?? "null")
        if extent != .asGiven { text += ",\"extent\":\"\(extent.rawValue)\"" }
        text += ",\"tolerance_m\":\(tolerance.metres)"
        text += ",\"max_deviation_m\":\(Self.roundedUp(audit.maxDeviation.metres))"
        text += ",\"area_km2\":\(Self.rounded(area.squareKilometres))"
        text += ",\"perimeter_km\":\(Self.rounded(perimeter.value(in: .kilometre)))"
        text += ",\"vertices\":\(vertexCount),\"holes\":\(holeCount),\"parts\":\(partCount)"
        text += ",\"fill\":\"\(colour)\",\"fill-opacity\":\(side == nil ? 0.2 : 0.3)"
        text += ",\"stroke\":\"\(colour)\",\"stroke-width\":\(side == nil ? 2 : 1)}"
        text += ",\"geometry\":"
        GeoJSONWriting.write(polygons: polygon.polygons, to: &text)
        text += "}"
    }

    /// The party whose side is drawn, or `left` or `right`; `nil` for a whole zone.
    public var sideName: String? { party ?? side?.rawValue }

    /// To a millimetre or square metre.
    private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

    /// To a hundredth of a millimetre, never less than it is.
    private static func roundedUp(_ value: Double) -> Double { (value * 1e5).rounded(.up) / 1e5 }
}
