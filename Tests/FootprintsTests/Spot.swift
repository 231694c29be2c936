import TestSupport

/// A place of a region by numbers of its own, whatever its size.
struct Spot: Sendable {
    /// The part, of regions that have several.
    var part = 0
    /// From 0 to 1 across the part; what they are depends on the kind of region.
    var u = 0.0
    var v = 0.0
    /// The direction, as a share of a turn, and the share of the bound by which the object is off besides.
    var turn = 0.0
    var off = 0.0

    /// Anywhere; on an edge or a corner as often as not.
    static func anywhere(parts: Int, _ random: inout SeededGenerator) -> Spot {
        Spot(
            part: .random(in: 0..<parts, using: &random), u: unit(&random), v: unit(&random),
            turn: .random(in: 0...1, using: &random), off: unit(&random).squareRoot())
    }

    /// Near this one, by up to `reach` in every number.
    func near(_ reach: Double, _ random: inout SeededGenerator) -> Spot {
        var other = self
        func moved(_ number: Double) -> Double {
            // On an edge it often stays there.
            if (number == 0 || number == 1) && Bool.random(using: &random) { return number }
            return min(1, max(0, number + .random(in: -reach...reach, using: &random)))
        }
        other.u = moved(u)
        other.v = moved(v)
        other.off = moved(off)
        other.turn = turn + .random(in: -reach...reach, using: &random)
        return other
    }

    /// From 0 to 1, every third time one of them.
    private static func unit(_ random: inout SeededGenerator) -> Double {
        min(1, max(0, .random(in: -0.25...1.25, using: &random)))
    }
}
