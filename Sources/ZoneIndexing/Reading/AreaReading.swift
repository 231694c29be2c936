import Geodesy

/// How a report lies to an area.
package struct AreaReading {
    /// Whether the reported position is in the area, its border included.
    package let isContained: Bool
    /// The distance to the border, in metres; NaN where it was not asked for.
    package let border: Double

    package init(_ position: Coordinate, _ locator: AreaLocator, withBorder: Bool = true) {
        isContained = locator.contains(position)
        border = withBorder ? locator.distanceToBorder(from: position).metres : .nan
    }

    /// A reading whose containment is known.
    init(isContained: Bool, border: Double) {
        self.isContained = isContained
        self.border = border
    }

    /// The distance to the border, negative inside the area.
    package var signedDistance: Double { isContained ? -border : border }

    /// Membership in the area itself: exact for a position without uncertainty.
    package func membership(uncertainty: Double) -> Membership {
        if uncertainty == 0 { return isContained ? .inside : .outside }
        if isContained { return border >= uncertainty ? .inside : .undeterminable }
        return border > uncertainty ? .outside : .undeterminable
    }
}
