import Geodesy

/// How a report lies to one source, by the definitions alone.
package enum SourceReading: Sendable {
    case line(LineReading)
    /// The distance to a point in metres.
    case point(Double)
    /// Whether the reported position is in the area, and its distance in metres from the border; NaN
    /// where that was not asked for; with the area's accuracy in metres.
    case area(isContained: Bool, border: Double, accuracy: Double)

    /// What zones are measured by: the distance, of an area from its border and negative inside.
    package var measure: Double {
        switch self {
        case .line(let line): line.nearest.distance.metres
        case .point(let distance): distance
        case .area(let isContained, let border, _): isContained ? -border : border
        }
    }
}
