import Geodesy

extension GridPlace {
    /// The disc that covers a rectangle of the grid about this place, from half its sides in
    /// metres.
    ///
    /// Both grids are conformal: a way of length s on the grid is s / k long on the ellipsoid,
    /// where k is the scale along it, in every direction. The straight way on the grid from the
    /// centre to a place of the rectangle is no longer than half the diagonal, and the geodesic is
    /// no longer than that way. So half the diagonal by the least scale in the rectangle bounds
    /// them all; no edge can bulge out.
    func disc(halfEasting: Double, halfNorthing: Double) -> PositionDisc? {
        guard let (centre, scale) = onGlobe else { return nil }
        let reach = (halfEasting * halfEasting + halfNorthing * halfNorthing).squareRoot()
        // The scale is least on the central meridian of a zone, or at the pole, and grows away from
        // it by less than `slope` a metre, up to the edges of the grids' ranges (tests hold it
        // against the grids' corners).
        let (least, slope) = zone == 0 ? (0.994, 4e-8) : (0.9996, 2e-8)
        let k = max(least, scale - slope * reach)
        // The projection is accurate to 5 nm, degrees hold 2 nm.
        return PositionDisc(centre: centre, bound: .metres(reach / k * (1 + 1e-12) + 1e-7))
    }
}
