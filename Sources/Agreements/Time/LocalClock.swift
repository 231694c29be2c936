/// The clock by which times without an offset from UTC are read: that of a time zone, or of one offset.
public struct LocalClock: Hashable, Sendable {
    /// The zone as it was named: an IANA name or an offset such as `+02:00`.
    public let name: String
    private let rule: Rule

    private enum Rule: Hashable, Sendable {
        case offset(Int)
        case zone(NamedClock)
    }

    /// Why a text names no clock.
    public struct ParsingError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The sentence for a person.
        public let description: String
    }

    /// The clock that a text names: `Europe/Kyiv`, `UTC`, or an offset such as `+02:00`.
    ///
    /// - Throws: `LocalClock.ParsingError` when the text is neither a zone that is known here nor an
    ///   offset.
    public init(parsing text: some StringProtocol) throws(ParsingError) {
        name = String(text)
        if let zone = NamedClock(name) {
            rule = .zone(zone)
            return
        }
        var scanner = ClockScanner(text.utf8)
        do throws(ClockFault) {
            rule = .offset(try scanner.offset())
            try scanner.end()
        } catch {
            throw ParsingError(
                description: "'\(text)' is not a time zone known here; write an IANA name such as "
                    + "Europe/Kyiv or an offset such as +02:00")
        }
    }

    /// Seconds east of UTC at a moment.
    package func offset(at moment: Instant) -> Int {
        switch rule {
        case .offset(let seconds): seconds
        case .zone(let clock): clock.offset(at: moment)
        }
    }

    /// A moment as the clock shows it, by RFC 3339.
    package func written(_ moment: Instant) -> String {
        moment.written(offset: offset(at: moment))
    }

    /// The moments, as seconds since 1970-01-01T00:00:00Z and in order, at which the clock shows a local
    /// time, itself given as seconds since its own 1970-01-01T00:00:00.
    ///
    /// There is none where the clock is put forward over the time, and two where it is put back.
    package func seconds(ofLocal local: Int64) -> [Int64] {
        let day = local.flooredDay
        return seconds(ofLocal: local, offsets: offsets(aroundDay: day))
    }

    /// The same, given the offsets that the clock may have on that day.
    func seconds(ofLocal local: Int64, offsets: [Int]) -> [Int64] {
        // One offset the day before, on the day and the day after: nothing is skipped or repeated.
        if offsets.count == 1 { return [local - Int64(offsets[0])] }
        return offsets.map { (local - Int64($0), $0) }
            .filter { offset(at: Instant(seconds: $0)) == $1 }.map(\.0).sorted()
    }

    /// The offsets that are in force at any time of a local day, given as days since 1970-01-01.
    ///
    /// No clock is more than a day from UTC, and none is put on twice within an hour.
    func offsets(aroundDay day: Int64) -> [Int] {
        guard case .zone(let clock) = rule else { return [offset(at: Instant(seconds: 0))] }
        var found: [Int] = []
        for hour in Int64(-24)...48 {
            let offset = clock.offset(at: Instant(seconds: day * 86_400 + hour * 3600))
            if !found.contains(offset) { found.append(offset) }
        }
        return found
    }

    /// The first moment at which the clock shows a day, given as days since 1970-01-01, and the first after
    /// the last, as seconds since 1970-01-01T00:00:00Z; `nil` for a day that it skips.
    package func bounds(ofDay day: Int64) -> (first: Int64, end: Int64)? {
        let first = midnights(of: day).first
        // Where the hour behind midnight comes twice, the day before has ended at the first of them.
        let end = midnights(of: day + 1).last {
            $0 - 1 + Int64(offset(at: Instant(seconds: $0 - 1))) < (day + 1) * 86_400
        }
        guard let first, let end, first < end else { return nil }
        return (first, end)
    }

    /// The moments at which the clock shows the midnight with which a day begins, or that at which it is put
    /// forward over it.
    private func midnights(of day: Int64) -> [Int64] {
        let midnight = day * 86_400
        let offsets = offsets(aroundDay: day)
        let shown = seconds(ofLocal: midnight, offsets: offsets)
        guard shown.isEmpty, let least = offsets.min(), let greatest = offsets.max() else {
            return shown
        }
        var (before, behind) = (midnight - Int64(greatest) - 1, midnight - Int64(least))
        while behind - before > 1 {
            let middle = before + (behind - before) / 2
            let isBehind = middle + Int64(offset(at: Instant(seconds: middle))) >= midnight
            if isBehind { behind = middle } else { before = middle }
        }
        return [behind]
    }

    /// The release of the tz database by which the clocks of zones are known, such as `2025b`.
    public static var rulesVersion: String { NamedClock.rulesVersion }
}

extension LocalClock: CustomStringConvertible {
    /// The zone as it was named.
    public var description: String { name }
}

/// Finds the moments of local times, and remembers the days of which the offsets are known.
package final class LocalMoments {
    private let clock: LocalClock
    private var days: [Int64: [Int]] = [:]
    private var bounds: [Int64: (first: Int64, end: Int64)?] = [:]
    private var recent: (day: Int64, offsets: [Int])?

    private static let most = 4096

    /// The moments by a clock.
    package init(_ clock: LocalClock) { self.clock = clock }

    /// As `LocalClock.bounds(ofDay:)`.
    package func bounds(ofDay day: Int64) -> (first: Int64, end: Int64)? {
        if let known = bounds[day] { return known }
        if bounds.count >= Self.most { bounds = [:] }
        let found = clock.bounds(ofDay: day)
        bounds[day] = .some(found)
        return found
    }

    /// As `LocalClock.seconds(ofLocal:)`.
    package func seconds(ofLocal local: Int64) -> [Int64] {
        let day = local.flooredDay
        if let recent, recent.day == day {
            return clock.seconds(ofLocal: local, offsets: recent.offsets)
        }
        let offsets = days[day] ?? clock.offsets(aroundDay: day)
        if days.count >= Self.most { days = [:] }
        days[day] = offsets
        recent = (day, offsets)
        return clock.seconds(ofLocal: local, offsets: offsets)
    }
}

extension Int64 {
    /// The day in which a second lies, both counted from the same midnight.
    package var flooredDay: Int64 { (self >= 0 ? self : self - 86_399) / 86_400 }
}
