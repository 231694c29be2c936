import Geodesy
import Zones

/// What follows from how a position lies to one source.
struct Consequences {
    let states: SourceStates
    let side: LineSide?
    /// Memberships in the zones that are measured from this source alone.
    let answers: [(zone: Int, answer: Answer)]
    /// Whether others are measured from it too.
    let isMixed: Bool
}
