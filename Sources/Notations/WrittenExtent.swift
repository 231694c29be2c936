public import Geodesy

/// How fine a position was written.
public enum WrittenExtent: Hashable, Sendable {
    /// A square of the grid with sides of this length on the grid.
    case cell(side: Distance)
    /// Metres of a grid, with the unit of the last digit of each.
    case metres(easting: Distance, northing: Distance)
    /// Angles, with the unit of the last place of each: 1/3600 degree where seconds are whole.
    case degrees(longitude: Angle, latitude: Angle)
}
