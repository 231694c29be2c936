import Geodesy

/// Lines and zones by their numbers, as a `ZoneModel` or an index is compiled from them.
///
/// It takes what it is given. Compiling refuses distances and accuracies that are no lengths, centres off
/// the globe, and areas whose rings leave open what they enclose (`ZonePlanError`).
public struct ZonePlan: Hashable, Sendable {
    /// A line that zones are measured from.
    public struct Line: Hashable, Sendable {
        /// The line.
        public let geometry: LineGeometry
        /// A bound on how far the true line may be from the given one.
        public let accuracy: Distance
        /// Whether verdicts tell the side of the line.
        public let tellsSide: Bool
        /// Whether the line is one of those among which `ZoneIndex.nearest(to:)` looks.
        public let isForNearest: Bool
    }

    /// The lines, by their numbers.
    public private(set) var lines: [Line] = []
    /// The zones, by their numbers.
    public private(set) var zones: [Region<LineNumber, ZoneNumber>] = []

    /// Whether zones beside lines may go on without end, as those do in which rules are contradicted.
    package var allowsEndless = false

    /// A plan of nothing.
    public init() {}

    /// Adds a line and returns its number.
    ///
    /// `isForNearest` is as `tellsSide` unless given.
    @discardableResult
    public mutating func addLine(
        _ geometry: LineGeometry, accuracy: Distance = .zero, tellsSide: Bool = true,
        isForNearest: Bool? = nil
    ) -> LineNumber {
        lines.append(
            Line(
                geometry: geometry, accuracy: accuracy, tellsSide: tellsSide,
                isForNearest: isForNearest ?? tellsSide))
        return LineNumber(rawValue: lines.count - 1)
    }

    /// Adds a zone and returns its number; zones that it is put together from come before it.
    @discardableResult
    public mutating func addZone(_ region: Region<LineNumber, ZoneNumber>) -> ZoneNumber {
        zones.append(region)
        return ZoneNumber(rawValue: zones.count - 1)
    }
}
