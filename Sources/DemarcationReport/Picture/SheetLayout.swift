/// Where on a sheet the map and the legend are.
struct SheetLayout {
    /// A rectangle on the sheet, in pixels.
    struct Area {
        let left: Double
        let top: Double
        let width: Double
        let height: Double
    }

    let margin = 16.0
    /// The width between the margins.
    let width: Double
    let map: Area
    let legend: Area
    /// Whether the legend stands beside the map, or else below it.
    let isBeside: Bool

    init(_ options: MapPicture.Options) {
        let (sheetWidth, sheetHeight) = (Double(options.width), Double(options.height))
        width = sheetWidth - 2 * margin
        let top = margin + min(22, sheetWidth / 26) + (options.subtitle.isEmpty ? 12 : 32)
        isBeside = sheetWidth >= 760 && sheetWidth > sheetHeight * 0.9
        let bottom = sheetHeight - margin - (isBeside ? 46 : 60)
        let beside = min(260, sheetWidth * 0.22)
        let below = max(90, (bottom - top) * 0.24)
        if isBeside {
            map = Area(
                left: margin, top: top, width: max(40, width - beside - 18),
                height: max(40, bottom - top))
            legend = Area(
                left: sheetWidth - margin - beside, top: top, width: beside,
                height: max(40, bottom - top))
        } else {
            map = Area(
                left: margin, top: top, width: max(40, width), height: max(40, bottom - top - below)
            )
            legend = Area(
                left: margin, top: max(top + 40, bottom - below) + 8, width: width, height: below)
        }
    }

    /// A text as far as there is room for it.
    static func shortened(_ text: String, size: Double, width: Double) -> String {
        guard LabelPlaces.width(of: text, size: size) > width else { return text }
        var (short, used) = ("", size)
        for character in text {
            used += LabelPlaces.width(of: String(character), size: size)
            if used > width { break }
            short.append(character)
        }
        return short + "…"
    }

    /// A text in lines.
    static func wrapped(_ text: String, size: Double, width: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last,
                LabelPlaces.width(of: last + " " + word, size: size) <= width
            {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(shortened(String(word), size: size, width: width))
            }
        }
        return lines
    }
}
