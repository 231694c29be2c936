import Geodesy

/// An operation that gave positions, and the accuracy that was taken for them.
package struct DatumUse: Hashable, Sendable {
    /// The operation.
    package let operation: DatumOperation
    /// How far off its positions may be: what its register says, or what somebody allowed.
    package let accuracy: Distance

    /// Both in words; `allowance` is what somebody allowed another accuracy by.
    package func summary(allowance: String = "--allow-accuracy") -> String {
        operation.summary
            + (operation.accuracy == accuracy
                ? "" : "; \(DatumOperation.words(accuracy)) was taken (\(allowance))")
    }
}
