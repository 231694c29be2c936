import Geodesy

/// The reference system in which the coordinates of a line or zone of an agreement are written, and how they
/// came to WGS 84.
package struct WrittenSystem: Hashable, Sendable {
    /// Where the line or zone stands, such as `lines` and `contact`.
    package let path: [String]
    /// The system.
    package let system: ReferenceSystem
    /// The operations that gave positions, each once; empty for a system on WGS 84.
    package let uses: [DatumUse]
    /// By how much they widen the accuracy of the line or zone.
    package let accuracy: Distance

    package init(
        path: [String], system: ReferenceSystem, uses: [DatumUse], accuracy: Distance
    ) {
        (self.path, self.system, self.uses, self.accuracy) = (path, system, uses, accuracy)
    }

    /// What it is said of, such as `line 'contact'`.
    package var label: String {
        "\(path.first == "lines" ? "line" : "zone") '\(path.last ?? "")'"
    }

    /// The system and the operations in words.
    package var summary: String {
        uses.isEmpty
            ? "\(system.title) is on WGS 84"
            : "\(system.title) by "
                + uses.map { $0.summary(allowance: "allow-accuracy") }.joined(
                    separator: ", and by ")
    }
}
