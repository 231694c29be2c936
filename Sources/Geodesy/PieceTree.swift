/// A tree of boxes over the pieces of a line, in earth-centred coordinates.
///
/// Pieces follow one another along the line, so that runs of neighbours make tight boxes without
/// any sorting. Nodes lie in heap order: node `i` has the children `2i + 1` and `2i + 2`; leaf `k`
/// covers the pieces `k * leafSize ..< (k + 1) * leafSize`.
struct PieceTree {
    static let leafSize = 4
    struct Box {
        var lower = Vector3(repeating: .infinity)
        var upper = Vector3(repeating: -.infinity)
    }
    let boxes: [Box]
    /// The number of inner nodes; leaf `k` is node `innerCount + k`.
    let innerCount: Int
    private let pieceCount: Int

    init(_ pieces: [LinePiece]) {
        pieceCount = pieces.count
        let leaves = (pieces.count + Self.leafSize - 1) / Self.leafSize
        var width = 1
        while width < leaves { width *= 2 }
        innerCount = width - 1
        var boxes = [Box](repeating: Box(), count: innerCount + leaves)
        for (i, piece) in pieces.enumerated() {
            let leaf = innerCount + i / Self.leafSize
            let margin = Vector3(repeating: piece.sag)
            boxes[leaf].lower = pointwiseMin(
                boxes[leaf].lower, pointwiseMin(piece.a, piece.b) - margin)
            boxes[leaf].upper = pointwiseMax(
                boxes[leaf].upper, pointwiseMax(piece.a, piece.b) + margin)
        }
        for node in stride(from: innerCount - 1, through: 0, by: -1) {
            for child in [2 * node + 1, 2 * node + 2] where child < boxes.count {
                boxes[node].lower = pointwiseMin(boxes[node].lower, boxes[child].lower)
                boxes[node].upper = pointwiseMax(boxes[node].upper, boxes[child].upper)
            }
        }
        self.boxes = boxes
    }

    /// The square of the distance from a point to a node's box; infinite for an empty node.
    @inline(__always)
    func squaredDistance(from point: Vector3, to node: Int) -> Double {
        guard node < boxes.count else { return .infinity }
        let box = boxes[node]
        let below = box.lower - point
        let above = point - box.upper
        var outside = below.replacing(with: above, where: above .> below)
        outside.replace(with: 0, where: outside .< 0)
        return outside.squaredLength
    }

    /// The pieces of a leaf node.
    func pieces(ofLeaf node: Int) -> Range<Int> {
        let first = (node - innerCount) * Self.leafSize
        return first..<min(first + Self.leafSize, pieceCount)
    }

    /// Calls `body` with the pieces whose boxes are within a chord of a point, the near ones first.
    ///
    /// `body` gets the reach in metres and returns it, made smaller where it found a better place.
    @inline(__always)
    func visit(
        from point: Vector3, reach: Double, _ body: (_ piece: Int, _ reach: Double) -> Double
    ) {
        var reach = reach
        withUnsafeTemporaryAllocation(of: (node: Int, squared: Double).self, capacity: 128) {
            stack in
            stack[0] = (0, squaredDistance(from: point, to: 0))
            var depth = 1
            while depth > 0 {
                depth -= 1
                let (node, squared) = stack[depth]
                if squared > reach * reach { continue }
                if node >= innerCount {
                    for piece in pieces(ofLeaf: node) { reach = body(piece, reach) }
                    continue
                }
                let near = (2 * node + 1, squaredDistance(from: point, to: 2 * node + 1))
                let far = (2 * node + 2, squaredDistance(from: point, to: 2 * node + 2))
                let (first, second) = far.1 < near.1 ? (near, far) : (far, near)
                if first.1.isFinite {
                    stack[depth] = first
                    depth += 1
                }
                if second.1.isFinite {
                    stack[depth] = second
                    depth += 1
                }
            }
        }
    }
}
