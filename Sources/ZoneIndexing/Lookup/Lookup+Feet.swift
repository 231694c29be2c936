import Geodesy
import LineSearch

extension Lookup {
    /// Nearest places are found together on at most so many lines; on more, one by one where they matter.
    private static let mostLines = 16

    /// Calls `body` with the number of each position and its nearest places on lines and borders by the
    /// fast distance.
    ///
    /// Left out are those farther away than all limits and the position's bound in metres, but with
    /// `forNearest` not on lines among which the nearest is looked for.
    mutating func withFeet(
        of positions: UnsafeBufferPointer<Coordinate>, within bounds: UnsafeBufferPointer<Double>,
        forNearest: Bool,
        _ body: (inout Lookup, Int, FoundFeet) -> Void
    ) {
        let lines = index.measuredLines
        guard lines.count <= Self.mostLines else {
            for k in positions.indices { body(&self, k, .none) }
            return
        }
        let all = positions.count * lines.count
        withUnsafeTemporaryAllocation(of: FoundFoot.self, capacity: all) { found in
            for (number, line) in lines.enumerated() {
                find(
                    positions, bounds, line, forNearest, into: found, from: number,
                    by: lines.count)
            }
            for k in positions.indices {
                let own = k * lines.count..<(k + 1) * lines.count
                body(&self, k, FoundFeet(rebasing: found[own]))
            }
        }
    }

    /// Notes the nearest place on one line for each position, or that it was not looked for, at every
    /// `stride`th entry from the first on.
    private func find(
        _ positions: UnsafeBufferPointer<Coordinate>, _ bounds: UnsafeBufferPointer<Double>,
        _ line: MeasuredLine, _ forNearest: Bool, into found: UnsafeMutableBufferPointer<FoundFoot>,
        from first: Int, by stride: Int
    ) {
        let size = TemporaryMemory.Size().with(positions.count, of: FastFoot?.self)
            .with(positions.count, of: Coordinate.self)
        TemporaryMemory.with(size) { memory in
            let feet = memory.take(positions.count, of: FastFoot?.self)
            let near = memory.take(positions.count, of: Coordinate.self)
            feet.initialize(repeating: nil)
            guard !(line.isForNearest && (forNearest || line.tellsSide)) else {
                line.fast.feet(of: positions, into: feet)
                for k in positions.indices {
                    found.initializeElement(
                        at: first + k * stride, to: FoundFoot(source: line.source, foot: feet[k]))
                }
                return
            }
            func isAsked(_ k: Int) -> Bool {
                !index.rows.sources.isFar(positions[k], from: line.source, beyond: bounds[k])
            }
            var count = 0
            for k in positions.indices where isAsked(k) {
                near[count] = positions[k]
                count += 1
            }
            line.fast.feet(of: UnsafeBufferPointer(rebasing: near[..<count]), into: feet)
            var next = 0
            for k in positions.indices {
                let isNear = isAsked(k)
                found.initializeElement(
                    at: first + k * stride,
                    to: isNear
                        ? FoundFoot(source: line.source, foot: feet[next]) : .unasked)
                if isNear { next += 1 }
            }
        }
    }
}
