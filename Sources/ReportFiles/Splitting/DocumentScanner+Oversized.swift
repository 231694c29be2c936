extension DocumentScanner {
    /// Hands out what there is of an element that is too long by now, and begins to pass over it.
    mutating func skipIfTooLong(to i: Int, into pieces: inout [Piece]) {
        skipIfTooLong(from: valueStart - offset, to: i, into: &pieces)
        guard isSkipping, offset + i > handedOut else { return }
        pieces.append(Piece(kind: .skipped, range: handedOut - offset..<i))
        handedOut = offset + i
    }

    /// The front that is handed out first is always of the same length, whatever came at once.
    mutating func skipIfTooLong(from start: Int, to end: Int, into pieces: inout [Piece]) {
        guard !isSkipping, end - start > longest else { return }
        handOut(to: start, into: &pieces)
        records += 1
        pieces.append(Piece(kind: .oversized, range: start..<start + longest, number: records))
        handedOut = offset + start + longest
        isSkipping = true
    }
}
