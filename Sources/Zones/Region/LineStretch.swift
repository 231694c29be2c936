import Geodesy

/// A place along a line from or to which something holds.
public enum LineMark: Hashable, Sendable {
    /// Where the line begins.
    case start
    /// Where it ends.
    case end
    /// A marker of the line, by its name.
    case marker(String)
    /// The place on the line that is nearest to a position.
    case near(Coordinate)
}

/// The distances of a zone along a stretch of a line.
public struct LineStretch: Hashable, Sendable {
    /// Where the stretch begins; included.
    public let from: LineMark
    /// Where it ends, farther on in the line's direction; included.
    public let to: LineMark
    /// The distances on the left; `nil` where the zone is not on that side.
    public let left: DistanceBand?
    /// The distances on the right; `nil` where the zone is not on that side.
    public let right: DistanceBand?

    /// A stretch.
    public init(from: LineMark, to: LineMark, left: DistanceBand?, right: DistanceBand?) {
        self.from = from
        self.to = to
        self.left = left
        self.right = right
    }
}

extension [LineStretch] {
    /// Stretches that are measured together: those of the same distances, unless each is measured by itself.
    package func groups(_ meeting: StretchMeeting) -> [[LineStretch]] {
        if meeting == .union { return map { [$0] } }
        var groups: [[LineStretch]] = []
        for stretch in self {
            let known = groups.firstIndex {
                $0[0].left == stretch.left && $0[0].right == stretch.right
            }
            if let known { groups[known].append(stretch) } else { groups.append([stretch]) }
        }
        return groups
    }
}

/// What happens where two stretches of a line meet.
public enum StretchMeeting: String, CaseIterable, Hashable, Sendable {
    /// The nearest place on the whole line picks the stretch, so that no wedge appears where two meet; where
    /// places of several are as near, the widest of them decides.
    case nearest
    /// Each stretch is measured by itself.
    case union
}
