import Geodesy

/// The nearest places of many positions, in their order.
///
/// Distances, sides and lines are known (`distances`, `sides`, `lines`). An element tells the coordinate
/// too, which is found by the exact code when the element is taken: some microseconds.
public struct NearestPlaces: Sendable, RandomAccessCollection {
    private let positions: [Coordinate]
    private let found: [LinePlace]
    private let index: ZoneIndex

    init(of positions: [Coordinate], _ index: ZoneIndex) {
        self.positions = positions
        self.index = index
        found = index.linePlaces(nearestTo: positions)
    }

    /// Always 0.
    public var startIndex: Int { 0 }
    /// How many places there are.
    public var endIndex: Int { found.count }

    /// The nearest place of a position.
    public subscript(position: Int) -> NearestPlace {
        index.place(found[position], nearestTo: positions[position])
    }

    /// The distances to the places; NaN of positions off the globe.
    ///
    /// - Complexity: linear.
    public var distances: [Distance] { found.map(\.distance) }

    /// On which side of the nearest line each position lies.
    ///
    /// - Complexity: linear.
    public var sides: [LineSide] { found.map(\.side) }

    /// The numbers of the nearest lines.
    ///
    /// - Complexity: linear.
    public var lines: [LineNumber] { found.map { LineNumber(rawValue: Int($0.line)) } }
}

extension NearestPlaces: Equatable {
    /// Whether both are the same places of the same positions.
    public static func == (a: NearestPlaces, b: NearestPlaces) -> Bool {
        a.found == b.found && a.positions == b.positions
    }
}
