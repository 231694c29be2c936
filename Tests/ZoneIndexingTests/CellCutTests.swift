import TestSupport
import Testing

@testable import ZoneIndexing

/// Cuts in 16 and 24 bits decide nothing that the cut in double precision does not.
@Suite("Rounding of cuts")
struct CellCutTests {
    private struct Case {
        let cut: CellCut
        let x, y: Double
    }

    /// Cuts of slopes up to the greatest, and positions near their bounds in cells a hair too wide.
    private static func cases(_ count: Int) -> [Case] {
        var random = SeededGenerator(seed: 51)
        return (0..<count).map { _ in
            let a = Double.random(in: -15_000...15_000, using: &random)
            let b = Double.random(in: -15_000...15_000, using: &random)
            let x = Double.random(in: -1e-5...1.00001, using: &random)
            let y = Double.random(in: -1e-5...1.00001, using: &random)
            let middle = a * x + b * y + .random(in: -4...4, using: &random)
            let width = Double.random(in: 0...3, using: &random)
            return Case(
                cut: CellCut(a: a, b: b, low: middle - width, high: middle + width), x: x, y: y)
        }
    }

    @Test("In numbers of 16 bits, which lose no more than three units")
    func openCells() {
        let unit = 0.37
        for each in Self.cases(200_000) {
            let (cut, x, y) = (each.cut, each.x, each.y)
            let scaled = CellCut(
                a: cut.a * unit, b: cut.b * unit, low: cut.low * unit, high: cut.high * unit)
            let cell = scaled.cell(unit: unit, entry: .decider(0), runOrLabels: 0)
            let exact = cut.a * x + cut.b * y
            let found = Float(cell.a) * Float(x) + Float(cell.b) * Float(y)
            if found < Float(cell.low) { #expect(exact < cut.low) }
            if found > Float(cell.high) { #expect(exact > cut.high) }
            if exact < cut.low - 3.1 { #expect(found < Float(cell.low)) }
            if exact > cut.high + 3.1 { #expect(found > Float(cell.high)) }
        }
    }

    @Test("In numbers of 24 bits, which lose little")
    func margins() {
        for each in Self.cases(200_000) {
            let (cut, x, y) = (each.cut, each.x, each.y)
            let margin = cut.margin(SideLabels(first: 0, share: 0.9))
            #expect(Double(margin.share) < 0.9 && Double(margin.share) > 0.89999)
            let exact = cut.a * x + cut.b * y
            let found = Double(margin.a) * x + Double(margin.b) * y
            if found < Double(margin.low) { #expect(exact < cut.low) }
            if found > Double(margin.high) { #expect(exact > cut.high) }
            if exact < cut.low - 0.2 { #expect(found < Double(margin.low)) }
        }
    }

    @Test("What is no bound decides nothing")
    func none() {
        let open = CellCut(a: 1, b: 1, low: -.infinity, high: .infinity)
            .cell(unit: 1, entry: .decider(0), runOrLabels: 0)
        #expect(open.low == .min && open.high == .max && !open.isCut)
    }
}
