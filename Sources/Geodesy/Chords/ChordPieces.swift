internal import CKernels

/// The pieces of a line: apart, what the distance to a chord needs and the rest, as the first is read for
/// many pieces and the second for few.
final class ChordPieces: Sendable {
    let chords: FixedArray<dmz_chord>
    let bows: FixedArray<ChordPiece.Bow>

    init(_ pieces: [ChordPiece]) {
        chords = FixedArray(pieces.map(\.chord))
        bows = FixedArray(pieces.map(\.bow))
    }

    var count: Int { chords.count }

    /// The number of bytes held.
    var byteCount: Int { chords.byteCount + bows.byteCount }

    @inline(__always)
    subscript(number: Int) -> ChordPiece {
        ChordPiece(chord: chords[number], bow: bows[number])
    }
}
