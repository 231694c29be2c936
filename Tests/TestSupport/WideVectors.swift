import CKernels

/// Loops that are compiled for wide vectors, and the same loops for every processor.
public enum WideVectors {
    /// The answer of the loops for every processor.
    public static func without<Answer>(_ ask: () -> Answer) -> Answer {
        dmz_allow_wide(false)
        defer { dmz_allow_wide(true) }
        return ask()
    }

    /// The answers with and without wide vectors.
    public static func both<Answer>(_ ask: () -> Answer) -> (wide: Answer, plain: Answer) {
        let plain = without(ask)
        return (ask(), plain)
    }
}
