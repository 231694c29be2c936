import Geodesy

extension Footprint: CustomStringConvertible {
    /// The form and its measures: `an ellipse of 120 m by 40 m towards 35 degrees (CE90)`.
    public var description: String {
        shapeInWords + (level == .bound ? "" : " (\(level))")
            + (meaning == .allOfIt ? ", all of which the object covers" : "")
    }

    private var shapeInWords: String {
        switch form {
        case .circle(_, let radius): "a circle of \(Self.metres(radius)) about the position"
        case .ellipse(_, let major, let minor, let azimuth):
            "an ellipse with semi-axes of \(Self.metres(major)) towards \(Self.degrees(azimuth)) and "
                + Self.metres(minor)
        case .rectangle(_, let halfWidth, let halfLength, let heading):
            "a rectangle of \(Self.metres(2 * halfLength)) towards \(Self.degrees(heading)) by "
                + Self.metres(2 * halfWidth)
        case .sector(let observer, let azimuths, let distances):
            "a sector seen from [\(observer)] between \(Self.degrees(azimuths.lowerBound)) and "
                + "\(Self.degrees(azimuths.upperBound)), \(Self.metres(distances.lowerBound)) to "
                + Self.metres(distances.upperBound)
        case .degrees(let longitudes, let latitudes):
            "a box from [\(longitudes.lowerBound), \(latitudes.lowerBound)] to "
                + "[\(longitudes.upperBound), \(latitudes.upperBound)]"
        case .grid(let square):
            "a rectangle of the grid, \(Self.metres(2 * square.square.half.easting)) by "
                + Self.metres(2 * square.square.half.northing)
        case .geometry(let parts):
            "a geometry of " + parts.map(\.inWords).joined(separator: ", ")
        }
    }

    /// Lengths to the millimetre.
    private static func metres(_ length: Double) -> String { trimmed(length.fixed(3)) + " m" }

    private static func degrees(_ angle: Double) -> String {
        let turned = angle.truncatingRemainder(dividingBy: 360)
        return trimmed((turned < 0 ? turned + 360 : turned).fixed(3)) + " degrees"
    }

    private static func trimmed(_ number: String) -> String {
        guard number.contains(".") else { return number }
        var text = Substring(number)
        while text.last == "0" { text = text.dropLast() }
        return String(text.last == "." ? text.dropLast() : text)
    }
}

extension Footprint.Level: CustomStringConvertible {
    /// As it is written: `CE90`, or a percentage.
    public var description: String {
        switch self {
        case .bound: "bound"
        case .cep: "CEP"
        case .ce90: "CE90"
        case .ce95: "CE95"
        case .oneSigma: "1 sigma"
        case .twoDRMS: "2DRMS"
        // 68.3 % is written as 0.683, which times 100 is not quite that.
        default: "\((share * 1e8).rounded() / 1e6) %"
        }
    }
}

extension GeometryPart {
    fileprivate var inWords: String {
        switch self {
        case .points(let all): "\(all.count) point" + (all.count == 1 ? "" : "s")
        case .path(let all): "a line of \(all.count) vertices"
        case .polygon(let rings):
            "a polygon of \(rings.reduce(0) { $0 + $1.count - 1 }) vertices"
        }
    }
}
