/// The edges that a sweep is passing, from south to north: a tree that is balanced by chance, with
/// chances that are always the same.
struct SweepStatus {
    private static let none: Int32 = -1

    private var nodes: [(lower: Int32, upper: Int32, rank: UInt32)]
    private var root = none

    /// An order of some of the numbers below a count.
    init(count: Int) {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        nodes = (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (Self.none, Self.none, UInt32(truncatingIfNeeded: state >> 33))
        }
    }

    /// Takes out the numbers on which `side` is 0 and puts others in their place.
    ///
    /// `side` is positive of the numbers below, then 0, then negative. `replace` gets those taken out, in
    /// order, and returns those to put in, in order.
    ///
    /// - Returns: the numbers just below and just above the place.
    mutating func replace(
        side: (Int) -> Int, with replace: ([Int]) -> [Int]
    ) -> (below: Int?, above: Int?) {
        var (below, rest) = split(root) { side($0) > 0 }
        let (on, above) = split(rest) { side($0) == 0 }
        var old: [Int] = []
        collect(on, into: &old)
        let ends = (below: last(of: below), above: first(of: above))
        for number in replace(old) {
            nodes[number].lower = Self.none
            nodes[number].upper = Self.none
            below = merge(below, Int32(number))
        }
        rest = merge(below, above)
        root = rest
        return ends
    }

    /// Parts a tree into the numbers that are below, which come first, and the others.
    private mutating func split(_ node: Int32, _ isBelow: (Int) -> Bool) -> (Int32, Int32) {
        guard node != Self.none else { return (Self.none, Self.none) }
        let number = Int(node)
        if isBelow(number) {
            let (lower, upper) = split(nodes[number].upper, isBelow)
            nodes[number].upper = lower
            return (node, upper)
        }
        let (lower, upper) = split(nodes[number].lower, isBelow)
        nodes[number].lower = upper
        return (lower, node)
    }

    private mutating func merge(_ one: Int32, _ other: Int32) -> Int32 {
        if one == Self.none { return other }
        if other == Self.none { return one }
        if nodes[Int(one)].rank >= nodes[Int(other)].rank {
            nodes[Int(one)].upper = merge(nodes[Int(one)].upper, other)
            return one
        }
        nodes[Int(other)].lower = merge(one, nodes[Int(other)].lower)
        return other
    }

    private func collect(_ node: Int32, into numbers: inout [Int]) {
        guard node != Self.none else { return }
        collect(nodes[Int(node)].lower, into: &numbers)
        numbers.append(Int(node))
        collect(nodes[Int(node)].upper, into: &numbers)
    }

    private func first(of node: Int32) -> Int? {
        var node = node
        guard node != Self.none else { return nil }
        while nodes[Int(node)].lower != Self.none { node = nodes[Int(node)].lower }
        return Int(node)
    }

    private func last(of node: Int32) -> Int? {
        var node = node
        guard node != Self.none else { return nil }
        while nodes[Int(node)].upper != Self.none { node = nodes[Int(node)].upper }
        return Int(node)
    }
}
