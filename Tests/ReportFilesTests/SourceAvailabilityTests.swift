import TestSupport
import Testing

@testable import ReportFiles

/// How much a source watched, counted second by second.
@Suite struct SourceAvailabilityTests {
    /// Spans of random lengths, some with others' ends as their beginnings.
    private static func random(_ random: inout SeededGenerator) -> SourceAvailability {
        var (spans, end): ([AvailabilitySpan], Int64) = ([], 0)
        while end < 200 {
            let start =
                end + (Bool.random(using: &random) ? 0 : Int64.random(in: 1...9, using: &random))
            end = start + Int64.random(in: 1...20, using: &random)
            spans.append(
                AvailabilitySpan(
                    start..<end, share: [0, 0, 0.5, 1].randomElement(using: &random) ?? 1,
                    zones: Bool.random(using: &random) ? ["z"] : []))
        }
        return SourceAvailability("s", spans)
    }

    @Test("Stretches hold what their seconds hold, and gaps are the longest runs of seconds")
    func seconds() {
        var generator = SeededGenerator(seed: 20)
        for _ in 0..<300 {
            let source = Self.random(&generator)
            func span(at second: Int64) -> AvailabilitySpan? {
                source.spans.first { $0.time.contains(second) }
            }
            var bounds = (0..<6).map { _ in Int64.random(in: -20...240, using: &generator) }
            bounds.sort()
            for zone in [nil, "z"] {
                let found = source.watched(between: bounds, zone: zone)
                #expect(found.count == 5)
                for (k, watched) in found.enumerated() {
                    let spans = (bounds[k]..<bounds[k + 1]).compactMap(span).filter { span in
                        zone.map(span.zones.contains) ?? true
                    }
                    #expect(watched.known == Int64(spans.count))
                    #expect(watched.watched == spans.reduce(0) { $0 + $1.share })
                }
            }
            let period = bounds[0]..<bounds[5]
            var (run, longest, start): (Int, Int, Int64) = (0, 0, 0)
            for second in period {
                run = span(at: second)?.share == 0 ? run + 1 : 0
                if run > longest { (longest, start) = (run, second - Int64(run) + 1) }
            }
            let gap = source.longestGap(in: period)
            #expect(gap?.count ?? 0 == longest)
            if longest > 0 { #expect(gap?.lowerBound == start) }
        }
    }

    @Test("Nothing is known of no time")
    func none() {
        let source = SourceAvailability("s", [AvailabilitySpan(0..<10, share: 1)])
        #expect(source.watched(5..<5).share == nil && source.watched(10..<20).share == nil)
        #expect(source.watched(between: []).isEmpty && source.longestGap(in: 0..<10) == nil)
    }
}
