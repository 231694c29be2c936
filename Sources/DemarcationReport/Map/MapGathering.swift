import Agreements
import ReportFiles

/// What a picture shows of findings, gathered by several workers.
package struct MapGathering: FindingGathering {
    package private(set) var findings: MapFindings
    package private(set) var days: ReportDays
    package private(set) var foreign: ForeignNames

    package init(_ projection: AzimuthalProjection, _ agreement: Agreement) {
        findings = MapFindings(projection)
        days = ReportDays(agreement.clock)
        foreign = ForeignNames(agreement)
    }

    package func ofBlock() -> MapGathering {
        var block = self
        block.findings = findings.ofBlock()
        (block.days, block.foreign) = (days.fresh, foreign.fresh)
        return block
    }

    package func wantsReport(of finding: ShownFinding) -> Bool { findings.wantsAreas }

    package mutating func add(_ finding: ShownFinding, _ report: Report?) {
        findings.add(finding, report)
        days.add(finding)
        foreign.add(finding)
    }

    package mutating func add(_ block: MapGathering) {
        findings.add(block.findings)
        days.add(block.days)
        foreign.add(block.foreign)
    }
}
