/// When a camera, a post, a patrol or a satellite watched, as far as that is known.
///
/// Of the time of no span nothing is known.
package struct SourceAvailability: Hashable, Sendable {
    /// The name of the source.
    package let name: String
    /// What is said of it, in the order of time; no two overlap.
    package let spans: [AvailabilitySpan]

    /// - Parameter spans: in the order of time, without overlaps.
    package init(_ name: String, _ spans: [AvailabilitySpan]) {
        (self.name, self.spans) = (name, spans)
    }

    /// Whether it is said to watch a zone, whenever.
    package func names(zone: String) -> Bool { spans.contains { $0.zones.contains(zone) } }

    /// How much it watched in each of several stretches of time, one behind the other.
    ///
    /// - Parameters:
    ///   - bounds: where they begin, and the end of the last.
    ///   - zone: the zone that is meant; `nil` for whatever it watches.
    package func watched(between bounds: [Int64], zone: String? = nil) -> [WatchedTime] {
        var found = [WatchedTime](repeating: WatchedTime(), count: max(0, bounds.count - 1))
        var first = 0
        for span in spans {
            while first < found.count, bounds[first + 1] <= span.time.lowerBound { first += 1 }
            if let zone, !span.zones.contains(zone) { continue }
            var k = first
            while k < found.count, bounds[k] < span.time.upperBound {
                let seconds = span.time.clamped(to: bounds[k]..<bounds[k + 1]).count
                found[k].add(Int64(seconds), share: span.share)
                k += 1
            }
        }
        return found
    }

    /// How much it watched of some time.
    package func watched(_ period: Range<Int64>, zone: String? = nil) -> WatchedTime {
        watched(between: [period.lowerBound, period.upperBound], zone: zone)[0]
    }

    /// The longest part of some time, in one piece, in which it is known not to have watched at all, the first of
    /// several; `nil` where there is none.
    package func longestGap(in period: Range<Int64>) -> Range<Int64>? {
        var (longest, current): (Range<Int64>?, Range<Int64>?)
        for span in spans where span.share == 0 && span.time.overlaps(period) {
            let time = span.time.clamped(to: period)
            if let before = current, before.upperBound == time.lowerBound {
                current = before.lowerBound..<time.upperBound
            } else {
                current = time
            }
            if current?.count ?? 0 > longest?.count ?? 0 { longest = current }
        }
        return longest
    }

    /// What is said of it in some time, each text once.
    package func notes(in period: Range<Int64>) -> [String] {
        spans.filter { $0.time.overlaps(period) }.flatMap(\.notes).uniqued
    }
}
