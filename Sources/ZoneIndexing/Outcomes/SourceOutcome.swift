import Geodesy

/// How all positions of a cell lie to one line, border or point.
///
/// Nothing is said of sources to which a cell lies as most do: beyond every threshold.
struct SourceOutcome: Hashable, Sendable {
    /// How many thresholds are below the distance.
    let passed: Int32
    /// What a line shows; of borders and points it means nothing.
    let shown: ShownSide

    init(passed: Int32, shown: ShownSide = .right) {
        (self.passed, self.shown) = (passed, shown)
    }

    /// Its number among the outcomes of a source.
    var number: Int { Int(passed) * ShownSide.allCases.count + Int(shown.rawValue) }
}

/// What a line shows to a position: one of its sides, alongside the line or beyond an open end.
enum ShownSide: Int32, CaseIterable {
    case right
    case rightBeyondEnd
    case left
    case leftBeyondEnd

    @inline(__always)
    init(isLeft: Bool, isBeyondEnd: Bool) {
        self =
            isLeft ? (isBeyondEnd ? .leftBeyondEnd : .left) : isBeyondEnd ? .rightBeyondEnd : .right
    }

    var isLeft: Bool { self == .left || self == .leftBeyondEnd }
    var isBeyondEnd: Bool { self == .rightBeyondEnd || self == .leftBeyondEnd }
}
