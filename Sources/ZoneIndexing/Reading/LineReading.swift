import Geodesy

/// How a report lies to a line or route.
package struct LineReading {
    package let nearest: NearestPlace
    /// The report's uncertainty and the line's accuracy together, in metres.
    package let uncertainty: Double
    /// The sides on which the report may lie; both where no zone asks for them that far away and
    /// the uncertainty is not zero.
    package let sides: LineSides
    /// How the report may lie to the line's open ends.
    package let extents: LineExtents

    /// Whether the side is known to be undefined, so that the position is on both.
    ///
    /// It is then on the line, on the prolongation of an end, or between places that show different
    /// sides.
    package var isOnBothSides: Bool { uncertainty == 0 && sides == .both }

    /// How far from the line zones ask for more than the distance, in metres.
    package struct Reach: Sendable {
        /// The farthest limit of zones that differ from side to side.
        package var ofSides = -Double.infinity
        /// The farthest limit of zones that end flat.
        package var ofFlatEnds = -Double.infinity

        package init(ofSides: Double = -.infinity, ofFlatEnds: Double = -.infinity) {
            self.ofSides = ofSides
            self.ofFlatEnds = ofFlatEnds
        }

        /// Whether zones ask for sides or ends at all.
        package var asksSides: Bool { max(ofSides, ofFlatEnds) > -.infinity }

        /// Zones ask for everything, however far away.
        package static let unlimited = Reach(ofSides: .infinity, ofFlatEnds: .infinity)
    }

    package init(
        _ position: Coordinate, uncertainty: Double, locator: LineLocator, reach: Reach
    ) {
        nearest = locator.nearest(to: position)
        self.uncertainty = uncertainty
        let least = nearest.distance.metres - uncertainty - DistanceBand.coincidence
        switch nearest.side {
        case .left where uncertainty == 0: sides = .left
        case .right where uncertainty == 0: sides = .right
        default:
            let possible =
                uncertainty == 0 || least > reach.ofSides
                ? .both : locator.possibleSides(of: position, within: .metres(uncertainty))
            sides = possible.isEmpty ? .both : possible
        }
        if uncertainty == 0 || least > reach.ofFlatEnds {
            extents = nearest.beyondEnd == nil ? .alongside : .beyondEnd
        } else {
            extents = locator.possibleExtents(of: position, within: .metres(uncertainty))
        }
    }

    /// Membership in a zone with a band to each side.
    package func membership(left: DistanceBand, right: DistanceBand) -> Membership {
        if left == right { return membership(left) }
        if sides == .left { return membership(left) }
        if sides == .right { return membership(right) }
        let (onLeft, onRight) = (membership(left), membership(right))
        return isOnBothSides ? onLeft.union(onRight) : onLeft.orElse(onRight)
    }

    /// Membership in what is left of a zone when everything beyond the open ends is cut off.
    package func cutFlat(_ membership: Membership) -> Membership {
        switch extents {
        case .alongside: membership
        case .beyondEnd: .outside
        default: membership.intersection(.undeterminable)
        }
    }

    private func membership(_ band: DistanceBand) -> Membership {
        band.membership(at: nearest.distance.metres, uncertainty: uncertainty)
    }
}
