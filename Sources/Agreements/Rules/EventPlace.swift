import Geodesy
import Zones

/// Which of the places of an event a rule asks for.
public enum EventPlace: String, CaseIterable, Hashable, Sendable {
    /// Where it came from, as a shot.
    case origin
    /// Where it had its effect; the reported position where nothing else is said.
    case effect

    /// The properties of reports that tell the place: those of positions after `origin_` and `effect_`.
    package var propertyNames: [String] { Self.suffixes.map { "\(rawValue)_\($0)" } }

    private static let suffixes = [
        "longitude", "latitude", "lon", "lat", "position", "mgrs", "uncertainty_m",
    ]
}

/// One of the places of an event, as reported.
public struct EventPosition: Hashable, Sendable {
    /// The reported position; one that is not on the globe where it cannot be read.
    public var position: Coordinate
    /// A bound on how far the true position may be from the reported one, or from its region.
    public var uncertainty: Distance
    /// The region in which it may be, where more is known of it than a bound.
    public var footprint: Footprint?

    /// A place.
    public init(
        _ position: Coordinate, uncertainty: Distance = .zero, footprint: Footprint? = nil
    ) {
        self.position = position
        self.uncertainty = uncertainty
        self.footprint = footprint
    }
}
