/// Gauss-Legendre integration over [0, 1] with five nodes on each of equal stretches.
enum GaussLegendre {
    private static let five: [(node: Double, weight: Double)] = [
        (-0.906179845938664, 0.23692688505618908), (-0.5384693101056831, 0.47862867049936647),
        (0, 0.5688888888888889),
        (0.5384693101056831, 0.47862867049936647), (0.906179845938664, 0.23692688505618908),
    ]

    /// The places and weights; the weights add up to 1.
    static func nodes(stretches: Int) -> [(t: Double, weight: Double)] {
        var nodes: [(t: Double, weight: Double)] = []
        nodes.reserveCapacity(stretches * five.count)
        let count = Double(stretches)
        for k in 0..<stretches {
            for (node, weight) in five {
                nodes.append(((Double(k) + 0.5 + 0.5 * node) / count, weight / (2 * count)))
            }
        }
        return nodes
    }
}
