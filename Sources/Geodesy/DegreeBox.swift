/// A box in degrees of longitude and latitude; longitudes may be counted on beyond 180.
struct DegreeBox {
    /// The least longitude and latitude.
    var lower = SIMD2<Double>(repeating: .infinity)
    /// The greatest longitude and latitude.
    var upper = SIMD2<Double>(repeating: -.infinity)

    /// Whether the boxes have a place in common, borders included.
    func meets(_ other: DegreeBox) -> Bool {
        lower.x <= other.upper.x && other.lower.x <= upper.x && lower.y <= other.upper.y
            && other.lower.y <= upper.y
    }

    mutating func formUnion(_ other: DegreeBox) {
        lower = pointwiseMin(lower, other.lower)
        upper = pointwiseMax(upper, other.upper)
    }

    /// The box moved east, and made wider by so little that no rounding of the move matters.
    func moved(by turn: Double) -> DegreeBox {
        DegreeBox(
            lower: [lower.x + turn - 1e-9, lower.y], upper: [upper.x + turn + 1e-9, upper.y])
    }
}

/// A tree over boxes that are given in an order in which neighbours are near each other.
struct DegreeBoxTree {
    private static let leafSize = 4
    private let boxes: [DegreeBox]
    private let nodes: [DegreeBox]
    private let innerCount: Int

    init(_ boxes: [DegreeBox]) {
        self.boxes = boxes
        let leaves = (boxes.count + Self.leafSize - 1) / Self.leafSize
        var width = 1
        while width < leaves { width *= 2 }
        innerCount = width - 1
        var nodes = [DegreeBox](repeating: DegreeBox(), count: innerCount + leaves)
        for (i, box) in boxes.enumerated() { nodes[innerCount + i / Self.leafSize].formUnion(box) }
        for node in stride(from: innerCount - 1, through: 0, by: -1) {
            for child in [2 * node + 1, 2 * node + 2] where child < nodes.count {
                nodes[node].formUnion(nodes[child])
            }
        }
        self.nodes = nodes
    }

    /// The box about all of them.
    var bounds: DegreeBox { nodes.first ?? DegreeBox() }

    /// Calls `body` with the number of each box that meets the given one.
    func visit(_ box: DegreeBox, _ body: (Int) -> Void) {
        visit(box, node: 0, body)
    }

    private func visit(_ box: DegreeBox, node: Int, _ body: (Int) -> Void) {
        guard node < nodes.count, nodes[node].meets(box) else { return }
        if node >= innerCount {
            let first = (node - innerCount) * Self.leafSize
            for i in first..<min(first + Self.leafSize, boxes.count) where boxes[i].meets(box) {
                body(i)
            }
            return
        }
        visit(box, node: 2 * node + 1, body)
        visit(box, node: 2 * node + 2, body)
    }
}
