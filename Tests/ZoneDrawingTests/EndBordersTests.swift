import Geodesy
import TestSupport
import Testing
import Zones

@testable import ZoneDrawing

@Suite struct EndBordersTests {
    /// A line in parts whose perpendiculars meet others' borders, which lead back to them.
    @Test("No border is followed twice")
    func once() throws {
        var plan = try RandomPlan(seed: 50)
        try plan.addHardZones(seed: 50)
        let borders = EndBorders(
            locator: LineLocator(plan.plan.lines[2].geometry), reach: 43_966, tolerance: 100,
            missed: [])
        let chains = borders.chains
        #expect(chains.count > 4)
        for (k, chain) in chains.enumerated() {
            // At its ends a chain meets others.
            for place in chain.dropFirst(4).dropLast(4) {
                for (other, edges) in chains.enumerated() where other != k {
                    let distance = zip(edges, edges.dropFirst()).map {
                        DrawnEdge($0, $1).distance(from: place)
                    }.min()
                    #expect(distance ?? .infinity > 100, "\(k) \(other) \(place)")
                }
            }
        }
    }
}
