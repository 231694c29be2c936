internal import CKernels
import Geodesy

/// A tree of boxes over a line's chords, eight by eight, in earth-centred coordinates.
///
/// Eights follow one another along the line. Nodes lie in heap order: node `i` has the children `2i + 1`
/// and `2i + 2`; leaf `k` is an eight.
final class ChordTree: Sendable {
    private struct Box {
        var lower = SIMD3<Double>(repeating: .infinity)
        var upper = SIMD3<Double>(repeating: -.infinity)
    }
    private let boxes: [Box]
    private let innerCount: Int
    /// The first piece of each eight, and of what would come after the last.
    private let firsts: [UInt32]

    init(_ pieces: ChordPieces) {
        var firsts: [UInt32] = []
        for (piece, eight) in pieces.eightOfPiece.enumerated() where firsts.count <= Int(eight) {
            firsts.append(UInt32(piece))
        }
        firsts.append(UInt32(pieces.count))
        self.firsts = firsts
        let leaves = max(1, firsts.count - 1)
        var width = 1
        while width < leaves { width *= 2 }
        innerCount = width - 1
        var boxes = [Box](repeating: Box(), count: innerCount + leaves)
        for piece in 0..<pieces.count {
            let leaf = innerCount + Int(pieces.eightOfPiece[piece])
            let chord = pieces.chords[piece]
            let a = SIMD3(chord.ax, chord.ay, chord.az)
            let b = a + SIMD3(chord.ux, chord.uy, chord.uz)
            boxes[leaf].lower = pointwiseMin(boxes[leaf].lower, pointwiseMin(a, b))
            boxes[leaf].upper = pointwiseMax(boxes[leaf].upper, pointwiseMax(a, b))
        }
        for node in stride(from: innerCount - 1, through: 0, by: -1) {
            for child in [2 * node + 1, 2 * node + 2] where child < boxes.count {
                boxes[node].lower = pointwiseMin(boxes[node].lower, boxes[child].lower)
                boxes[node].upper = pointwiseMax(boxes[node].upper, boxes[child].upper)
            }
        }
        self.boxes = boxes
    }

    /// The number of bytes held.
    var byteCount: Int { boxes.count * MemoryLayout<Box>.stride + firsts.count * 4 }

    /// Adds the numbers of all pieces that may come within a distance in metres of a place, and maybe
    /// others.
    func collect(within reach: Double, of place: GlobePoint, into found: inout [UInt32]) {
        collect(node: 0, SIMD3(place.x, place.y, place.z), reach * reach, &found)
    }

    private func collect(
        node: Int, _ point: SIMD3<Double>, _ squaredReach: Double, _ found: inout [UInt32]
    ) {
        guard node < boxes.count else { return }
        let box = boxes[node]
        let outside = pointwiseMax(
            pointwiseMax(box.lower - point, point - box.upper), SIMD3(repeating: 0))
        // Also false for boxes of nothing, which are infinitely far.
        guard (outside * outside).sum() <= squaredReach else { return }
        if node >= innerCount {
            let eight = node - innerCount
            found.append(contentsOf: firsts[eight]..<firsts[eight + 1])
        } else {
            collect(node: 2 * node + 1, point, squaredReach, &found)
            collect(node: 2 * node + 2, point, squaredReach, &found)
        }
    }
}
