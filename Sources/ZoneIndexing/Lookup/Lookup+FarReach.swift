internal import CKernels
import Geodesy
import LineSearch
import Zones

/// What a report nearer to a line than a limit reaches on the limit's other side, as far as it is looked at.
struct FarReach {
    /// The place of the report's disc that is likely farthest from the line.
    let place: Coordinate
    /// What places of the disc that need no look showed.
    let seen: CornersSeen
}

extension Lookup {
    /// Where to look whether a report that leaves zones open lies astride the limits of a lone line; `nil` where that
    /// is not told by one place.
    ///
    /// Towards the line the disc reaches as far as its radius, so that the label of its least distance holds
    /// somewhere, as does that of its centre. Away from the line it mostly reaches as far, which is to be looked at:
    /// the line may turn about the disc.
    mutating func farReach(
        of position: Coordinate, within uncertainty: Double, _ foot: FastFoot, _ label: UInt32
    ) -> FarReach? {
        guard let lone, labels.zoneCount <= CornersSeen.mostZones, Self.isSearched(uncertainty),
            labelWords.isOpen(label, in: labels),
            let outcome = lone.outcome(foot, uncertainty: uncertainty),
            let way = lone.way(from: foot, to: position)
        else { return nil }
        var seen = CornersSeen(asked: labelWords.words(of: label, in: labels).undeterminable)
        take(lone.nearestLabel(of: outcome), into: &seen)
        if let own = lone.outcome(foot, uncertainty: 0) {
            take(lone.label(of: own) & ~DMZ_ASTRIDE, into: &seen)
        }
        return FarReach(
            place: Self.disc(about: position, uncertainty).corner(at: way), seen: seen)
    }

    /// The numbers of the reports of which the far side shows that all that they leave open stays so.
    mutating func numbersAstride(_ reports: [(number: Int, reach: FarReach)]) -> [Int] {
        let labels = reports.map(\.reach.place).withUnsafeBufferPointer { places in
            [UInt32](unsafeUninitializedCapacity: places.count) { found, count in
                label(places, into: found)
                count = places.count
            }
        }
        return zip(reports, labels).compactMap { report, label in
            var seen = report.reach.seen
            return take(label, into: &seen) ? report.number : nil
        }
    }

    @discardableResult
    private mutating func take(_ label: UInt32, into seen: inout CornersSeen) -> Bool {
        let words = labelWords.words(of: label, in: labels)
        return seen.take(inside: words.inside, undeterminable: words.undeterminable)
    }
}
