import Geodesy
import Zones

/// What is said of a stretch of a line, such as its accuracy or status.
public struct LineInterval<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What is said.
    public var value: Value
    /// Where the stretch begins; included.
    public var from: LineMark
    /// Where it ends, farther on in the line's direction; included.
    public var to: LineMark

    /// A value along a stretch.
    public init(_ value: Value, from: LineMark, to: LineMark) {
        self.value = value
        self.from = from
        self.to = to
    }
}

/// A marker on a line, such as a numbered post.
public struct LineMarker: Hashable, Sendable, Identifiable {
    /// The name by which intervals know it.
    public let id: String
    /// Where it is; the place on the line nearest to that is meant.
    public let position: Coordinate

    /// A marker.
    public init(id: String, position: Coordinate) {
        self.id = id
        self.position = position
    }
}

extension ReferenceLine {
    /// The place of a mark along one of the line's geometries; `nil` for a marker that it does not have.
    package func place(of mark: LineMark, on cut: LineCut) -> LineCut.Place? {
        switch mark {
        case .start: return cut.start
        case .end: return cut.end
        case .near(let position): return cut.place(nearestTo: position).place
        case .marker(let id):
            return markers.first { $0.id == id }.map { cut.place(nearestTo: $0.position).place }
        }
    }
}
