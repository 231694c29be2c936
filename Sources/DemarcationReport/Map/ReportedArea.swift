import Agreements
import Geodesy
import ReportFiles
import Zones

/// Where the object of a report may be, or what it covers, as a map draws it.
struct ReportedArea: Sendable {
    /// Its border: rings, of which the last point is the first, and paths.
    let chains: [[MapPoint]]
    /// Whether it is a disc about the position.
    let isDisc: Bool
    let kind: FindingKind
    /// How far it reaches, in metres.
    let reach: Double

    /// The area of a report, where it is more than a point.
    ///
    /// What the object may be off beyond a region with a form of its own is not drawn: it is told in the story.
    init?(
        _ report: Report?, _ finding: ShownFinding, _ kind: FindingKind,
        _ projection: AzimuthalProjection
    ) {
        self.kind = kind
        if let footprint = report?.footprint {
            let outline = footprint.outline.filter { $0.count > 1 }
            let disc = footprint.enclosingDisc(under: nil)
            guard !outline.isEmpty, disc.radius.isFinite else { return nil }
            chains = outline.map {
                projection.chain($0, .planar, tolerance: max(1, disc.radius / 200))
            }
            (isDisc, reach) = (false, disc.radius)
            return
        }
        guard let position = finding.position, finding.bound > .zero else { return nil }
        chains = [projection.disc(about: position, radius: finding.bound)]
        (isDisc, reach) = (true, finding.bound.metres)
    }
}
