import Geodesy

/// An operation that gave positions, and the accuracy that was taken for them.
package struct DatumUse: Hashable, Sendable {
    /// The operation.
    package let operation: DatumOperation
    /// How far off its positions may be: what its register says, or what somebody allowed.
    package let accuracy: Distance

    /// Both in words.
    package var summary: String {
        operation.summary
            + (operation.accuracy == accuracy
                ? "" : "; \(DatumOperation.words(accuracy)) was taken (--allow-accuracy)")
    }
}
