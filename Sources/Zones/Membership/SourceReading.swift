import Geodesy

/// How a report lies to one source, by the definitions alone.
package enum SourceReading: Sendable {
    case line(LineReading)
    /// The distance to a point in metres, with the point's accuracy.
    case point(Double, accuracy: Double)
    /// Whether the reported position is in the area, and its distance in metres from the border; NaN
    /// where that was not asked for; with the area's accuracy in metres.
    case area(isContained: Bool, border: Double, accuracy: Double)

    /// How much farther in metres one line is than another, and what that may be off by.
    case pair(Double, uncertainty: Double)

    /// What zones are measured by: the distance, of an area from its border and negative inside, of
    /// two lines the difference.
    package var measure: Double {
        switch self {
        case .line(let line): line.nearest.distance.metres
        case .point(let distance, _): distance
        case .pair(let difference, _): difference
        case .area(let isContained, let border, _): isContained ? -border : border
        }
    }
}
