import Geodesy
import Zones

/// An area in which rules hold, by its definition.
public struct Zone: Hashable, Sendable, Identifiable, Cited {
    /// What makes a position belong to a zone; lines and other zones are known by their identifiers.
    public typealias Definition = Region<ReferenceLine.ID, Zone.ID>

    /// The identifier used in rules and findings.
    public let id: String
    /// What makes a position belong to the zone; of one with versions the first of these.
    public let region: Definition
    /// The versions of the zone, in the order of their times; none where it never changes.
    ///
    /// The time of a report picks the version. Of a report without one it is certain only what all versions have
    /// in common; where none holds, nothing is certain.
    public let versions: [Version<Definition>]
    /// What is said of the zone's state, such as that it is cleared or that coverage of it is verified; told,
    /// and nothing follows from it.
    public var status: String?
    /// How large the text of the agreement wants the area to be at least.
    public var size: ZoneSize?
    /// Where in the agreement's text it stands.
    public var citation = Citation()

    /// A zone.
    ///
    ///     Zone(id: "dmz", .within(.kilometres(2), of: "contact"))
    public init(id: String, _ region: Definition, status: String? = nil) {
        self.id = id
        self.region = region
        versions = []
        self.status = status
    }

    /// A zone that changes.
    ///
    /// - Precondition: there is a version.
    public init(id: String, versions: [Version<Definition>]) {
        precondition(!versions.isEmpty, "a zone with versions has at least one")
        self.id = id
        region = versions[0].form
        self.versions = versions
    }

    /// All that the zone may be, one after the other.
    package var regions: [Definition] { versions.isEmpty ? [region] : versions.map(\.form) }

    /// The same zone with other regions.
    package func replacing<Failure: Error>(
        _ replace: (Definition) throws(Failure) -> Definition
    ) throws(Failure) -> Zone {
        if versions.isEmpty {
            var zone = Zone(id: id, try replace(region), status: status)
            (zone.size, zone.citation) = (size, citation)
            return zone
        }
        var replaced: [Version<Definition>] = []
        for version in versions {
            var version = version
            version.form = try replace(version.form)
            replaced.append(version)
        }
        var zone = Zone(id: id, versions: replaced)
        (zone.status, zone.size, zone.citation) = (status, size, citation)
        return zone
    }
}

extension ReferenceLine: Identifiable {}
