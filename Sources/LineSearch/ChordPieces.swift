internal import CKernels
import Geodesy

/// The pieces of a line: apart, what the distance to a chord needs and the rest, as the first is read for
/// many pieces and the second for few.
final class ChordPieces: Sendable {
    let chords: FixedArray<dmz_chord>
    let bows: FixedArray<dmz_bow>
    /// The chords eight by eight, as runs of them are read; fewer where the line goes on far away.
    let eights: FixedArray<dmz_eight_chords>
    /// Per piece the number of its eight.
    let eightOfPiece: [UInt32]
    /// How far along the line pieces begin in metres, over gaps as well; then how far the last one ends.
    let along: FixedArray<Double>

    init(_ pieces: [ChordPiece]) {
        chords = FixedArray(pieces.map(\.chord))
        bows = FixedArray(pieces.map(\.bow))
        var eights: [dmz_eight_chords] = []
        var eightOfPiece: [UInt32] = []
        var first = 0
        while first < pieces.count {
            var end = first + 1
            while end < min(first + 8, pieces.count),
                pieces[end].isNear(pieces[first], within: Self.widest)
            {
                end += 1
            }
            eightOfPiece += repeatElement(UInt32(eights.count), count: end - first)
            eights.append(
                dmz_eight_chords(pieces[first..<end].map(\.chord), first: UInt32(first)))
            first = end
        }
        self.eights = FixedArray(eights)
        self.eightOfPiece = eightOfPiece
        along = FixedArray(Self.along(pieces))
    }

    private static func along(_ pieces: [ChordPiece]) -> [Double] {
        var along = [0.0]
        along.reserveCapacity(pieces.count + 1)
        for (number, piece) in pieces.enumerated() {
            var gap = Vector3.zero
            if number + 1 < pieces.count {
                let next = pieces[number + 1]
                gap = Vector3(
                    next.ax - piece.ax - piece.ux, next.ay - piece.ay - piece.uy,
                    next.az - piece.az - piece.uz)
            }
            along.append(along[number] + 2 * piece.half + gap.length)
        }
        return along
    }

    /// Eights are no wider than about this in metres, so that single precision tells places in them
    /// apart.
    private static let widest = 100_000.0

    var count: Int { chords.count }

    /// The number of bytes held.
    var byteCount: Int {
        chords.byteCount + bows.byteCount + eights.byteCount + along.byteCount + count * 4
    }

    @inline(__always)
    subscript(number: Int) -> ChordPiece {
        ChordPiece(chord: chords[number], bow: bows[number])
    }
}

extension ChordPiece {
    /// Whether all of a piece is no farther from the beginning of another than a length in metres.
    fileprivate func isNear(_ other: ChordPiece, within length: Double) -> Bool {
        let off = Vector3(ax - other.ax, ay - other.ay, az - other.az)
        return off.length + 2 * half <= length
    }
}

extension dmz_eight_chords {
    /// Up to eight chords, the first by its number.
    fileprivate init(_ chords: [dmz_chord], first number: UInt32) {
        self.init()
        self.first = number
        let first = chords[0]
        (x, y, z) = (Float(first.ax), Float(first.ay), Float(first.az))
        let origin = Vector3(Double(x), Double(y), Double(z))
        // Farther from everything than anything else.
        var each = Array(repeating: SIMD8<Float>(1e15, 1e15, 1e15, 0, 0, 0, 0, 0), count: 8)
        var size = 0.0
        for (k, chord) in chords.enumerated() {
            let off = Vector3(chord.ax, chord.ay, chord.az) - origin
            size = max(size, off.length + 2 * chord.half)
            each[k] = SIMD8(
                SIMD8(off.x, off.y, off.z, chord.inverse, chord.ux, chord.uy, chord.uz, 0))
        }
        typealias Eight = (Float, Float, Float, Float, Float, Float, Float, Float)
        func part(_ k: Int) -> Eight {
            (
                each[0][k], each[1][k], each[2][k], each[3][k], each[4][k], each[5][k],
                each[6][k], each[7][k]
            )
        }
        (ax, ay, az, inverse) = (part(0), part(1), part(2), part(3))
        (ux, uy, uz) = (part(4), part(5), part(6))
        // A micrometre for the rounding of the place and of the slack itself.
        slack = Float(DMZ_SINGLE_WIDTH_SHARE * size + 1e-6)
    }
}
