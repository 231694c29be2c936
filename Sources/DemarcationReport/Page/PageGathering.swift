import Agreements
import ReportFiles

/// What a page shows of findings, gathered by several workers.
package struct PageGathering: FindingGathering {
    package private(set) var tally: PageTally
    package private(set) var findings: PageFindings
    package private(set) var foreign: ForeignNames

    package init(_ projection: AzimuthalProjection, _ agreement: Agreement) {
        tally = PageTally(agreement.clock)
        findings = PageFindings(projection)
        foreign = ForeignNames(agreement)
    }

    package func ofBlock() -> PageGathering {
        var block = self
        block.tally = tally.fresh
        block.findings = findings.ofBlock()
        block.foreign = foreign.fresh
        return block
    }

    package func wantsReport(of finding: ShownFinding) -> Bool {
        findings.wants(FindingKind(word: finding.finding))
    }

    package mutating func add(_ finding: ShownFinding, _ report: Report?) {
        let kind = FindingKind(word: finding.finding)
        findings.add(finding, kind, report, day: tally.add(finding, kind))
        foreign.add(finding)
    }

    package mutating func add(_ block: PageGathering) {
        tally.add(block.tally)
        findings.add(block.findings)
        foreign.add(block.foreign)
    }
}
