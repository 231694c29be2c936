import Geodesy

/// The lines and zones that a `ZoneIndex` is compiled from.
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
    public private(set) var zones: [ZoneShape] = []

    /// A plan of nothing.
    public init() {}

    /// Adds a line and returns its number.
    ///
    /// `isForNearest` is as `tellsSide` unless given.
    @discardableResult
    public mutating func addLine(
        _ geometry: LineGeometry, accuracy: Distance = .zero, tellsSide: Bool = true,
        isForNearest: Bool? = nil
    ) -> Int {
        lines.append(
            Line(
                geometry: geometry, accuracy: accuracy, tellsSide: tellsSide,
                isForNearest: isForNearest ?? tellsSide))
        return lines.count - 1
    }

    /// Adds a zone and returns its number.
    @discardableResult
    public mutating func addZone(_ shape: ZoneShape) -> Int {
        zones.append(shape)
        return zones.count - 1
    }
}
