import Geodesy
import Zones

/// An area in which rules hold, by its definition.
public struct Zone: Hashable, Sendable, Identifiable {
    /// The identifier used in rules and findings.
    public let id: String
    /// What makes a position belong to the zone; lines and other zones are known by their
    /// identifiers.
    public let region: Region<ReferenceLine.ID, Zone.ID>

    /// A zone.
    ///
    ///     Zone(id: "dmz", .within(.kilometres(2), of: "contact"))
    public init(id: String, _ region: Region<ReferenceLine.ID, Zone.ID>) {
        self.id = id
        self.region = region
    }
}

extension ReferenceLine: Identifiable {}
