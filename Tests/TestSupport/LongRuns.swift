import Foundation

/// Whether the environment asks for whole simulations, which take longer than a gate may.
public enum LongRuns {
    /// Set by `scripts/check-all simulations`.
    public static let areAsked = ProcessInfo.processInfo.environment["DMZ_LONG"] == "1"

    /// How many are run: the whole, or a sample of so many in the gate.
    public static func count(_ whole: Int, inGate sample: Int) -> Int { areAsked ? whole : sample }
}
