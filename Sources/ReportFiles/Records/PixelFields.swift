import Geodesy

/// The members with the sides of a detection's pixel: what was detected may lie anywhere in it.
package struct PixelFields: Hashable, Sendable {
    /// The member with the width across the way of the sensor, and that with the length along it.
    package let across: String
    package let along: String
    /// What one of their numbers stands for.
    package let unit: Distance

    package init(across: String, along: String, unit: Distance) {
        (self.across, self.along, self.unit) = (across, along, unit)
    }

    /// The same with names that a file has.
    func named(_ name: (String) -> String) -> PixelFields {
        PixelFields(across: name(across), along: name(along), unit: unit)
    }

    /// How far from its centre the corners of a pixel with such sides lie.
    func bound(_ across: Double, _ along: Double) -> Distance {
        unit * ((across * across + along * along).squareRoot() / 2)
    }
}

/// What all reports of a run have that give none of their own.
package struct ReportConstants: Hashable, Sendable {
    package var category: String?
    package var party: String?

    package init() {}
}
