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

/// Runs of pieces.
extension PieceTree {
    /// The numbers from the first to the last piece that is near a point, as `isNear` tells; asked are
    /// those whose box is within a reach.
    func range(
        from point: Vector3, reach: Double, isNear: (Int) -> Bool
    ) -> ClosedRange<Int>? {
        guard let first = end(from: point, within: reach * reach, isLast: false, isNear),
            let last = end(from: point, within: reach * reach, isLast: true, isNear)
        else { return nil }
        return first...last
    }

    /// Pieces that hold all within a reach, and no place of them is farther than the distance; both may
    /// be more, as nodes of many pieces are not looked into.
    func roughRange(
        from point: Vector3, reach: Double
    ) -> (pieces: ClosedRange<Int>, farthest: Double)? {
        var range: ClosedRange<Int>?
        var farthest = 0.0
        // Nodes of one level follow one another along the line.
        let level = max(0, (innerCount + 1).trailingZeroBitCount - Self.roughLevels)
        let width = ((innerCount + 1) >> level) * Self.leafSize
        let firstOfLevel = 1 << level - 1
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 128) { stack in
            stack[0] = 0
            var depth = 1
            while depth > 0 {
                depth -= 1
                let node = stack[depth]
                if squaredDistance(from: point, to: node) > reach * reach { continue }
                if node < firstOfLevel {
                    stack[depth] = 2 * node + 2
                    stack[depth + 1] = 2 * node + 1
                    depth += 2
                    continue
                }
                let first = (node - firstOfLevel) * width
                let last = min(first + width, pieceCount) - 1
                range = (range?.lowerBound ?? first)...last
            }
        }
        guard let range else { return nil }
        for node in firstOfLevel + range.lowerBound / width...firstOfLevel + range.upperBound
            / width
        {
            farthest = max(farthest, greatestDistance(from: point, to: node))
        }
        return (range, farthest)
    }

    /// The levels of the tree below the nodes that `roughRange` does not look into.
    private static let roughLevels = 4

    /// The first or last piece that is near.
    private func end(
        from point: Vector3, within squared: Double, isLast: Bool, _ isNear: (Int) -> Bool
    ) -> Int? {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 128) { stack in
            stack[0] = 0
            var depth = 1
            while depth > 0 {
                depth -= 1
                let node = stack[depth]
                if squaredDistance(from: point, to: node) > squared { continue }
                if node >= innerCount {
                    let own = pieces(ofLeaf: node)
                    let found = isLast ? own.last(where: isNear) : own.first(where: isNear)
                    if let found { return found }
                    continue
                }
                stack[depth] = 2 * node + (isLast ? 1 : 2)
                stack[depth + 1] = 2 * node + (isLast ? 2 : 1)
                depth += 2
            }
            return nil
        }
    }

    /// The greatest of what `measure` says of the pieces in a range, which is no less than how far any
    /// place of a piece is from a point.
    func farthest(
        of range: ClosedRange<Int>, from point: Vector3, _ measure: (Int) -> Double
    ) -> Double {
        var greatest = measure(range.lowerBound)
        withUnsafeTemporaryAllocation(
            of: (node: Int, first: Int, width: Int).self, capacity: 128
        ) { stack in
            stack[0] = (0, 0, (innerCount + 1) * Self.leafSize)
            var depth = 1
            while depth > 0 {
                depth -= 1
                let (node, first, width) = stack[depth]
                guard node < boxes.count, first <= range.upperBound,
                    first + width > range.lowerBound,
                    greatestDistance(from: point, to: node) > greatest
                else { continue }
                if node >= innerCount {
                    for piece in pieces(ofLeaf: node) where range.contains(piece) {
                        greatest = max(greatest, measure(piece))
                    }
                    continue
                }
                let half = width / 2
                stack[depth] = (2 * node + 1, first, half)
                stack[depth + 1] = (2 * node + 2, first + half, half)
                depth += 2
            }
        }
        return greatest
    }

    /// No place in a node's box is farther from a point; 0 for an empty node.
    private func greatestDistance(from point: Vector3, to node: Int) -> Double {
        let box = boxes[node]
        guard box.lower.x <= box.upper.x else { return 0 }
        let below = point - box.lower
        let above = box.upper - point
        // Pieces have their sag on top of their ends, which a box holds once on each axis.
        return below.replacing(with: above, where: above .> below).length * 1.001 + 16
    }
}
