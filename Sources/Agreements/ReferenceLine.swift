import Geodesy

/// A line from which an agreement measures, such as a line of contact.
public struct ReferenceLine: Hashable, Sendable {
    /// The identifier used in zones.
    public let id: String
    /// Where the line runs.
    public let geometry: LineGeometry
    /// The party whose territory is on the left when looking along the line.
    public let left: Party.ID?
    /// The party whose territory is on the right when looking along the line.
    public let right: Party.ID?
    /// A bound on how far the line as given may lie from the line as meant.
    public let accuracy: Distance

    /// A line with its sides.
    public init(
        id: String, geometry: LineGeometry, left: Party.ID? = nil, right: Party.ID? = nil,
        accuracy: Distance = .zero
    ) {
        self.id = id
        self.geometry = geometry
        self.left = left
        self.right = right
        self.accuracy = accuracy
    }

    /// The party whose side is `side`, or `nil` on the line, where the side is undefined and where
    /// the agreement names no party.
    public func party(on side: LineSide) -> Party.ID? {
        switch side {
        case .left: left
        case .right: right
        case .on, .none: nil
        }
    }
}

extension Party: Identifiable {}
