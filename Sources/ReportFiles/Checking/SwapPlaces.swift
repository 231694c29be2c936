import Geodesy

/// Where an agreement lies, and the first report that lies there with longitude and latitude exchanged.
package struct SwapPlaces: Hashable, Sendable {
    /// The middle of the agreement's lines and areas.
    package let agreement: Coordinate
    /// The reported position.
    package let report: Coordinate
}
