import Geodesy

/// How all positions in a cell lie to one source, as a small number.
///
/// - For lines `4 k + 2 left + beyond`, with `k` the number of thresholds below the distance.
/// - For borders and points `k`.
/// - For polygons 1, inside.
///
/// Nothing is said of sources in the outcome that most have: beyond every threshold, or outside.
typealias SourceOutcome = Int32
