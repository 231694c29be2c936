/// The moment from which an agreement counts its days: D-Day, entry into force, signature.
public struct ZeroDay: Hashable, Sendable {
    /// The moment.
    public let instant: Instant
    /// The offset from UTC, in seconds, with which the moment was written.
    public let offsetSeconds: Int
    /// The IANA name of the time zone whose clock the days keep; with `nil` it is the offset's.
    public let timeZone: String?

    /// Why a text is not a zero day.
    public struct ParsingError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The sentence for a person.
        public let description: String
    }

    /// A zero day from what is known of it.
    init(instant: Instant, offsetSeconds: Int, timeZone: String?) {
        (self.instant, self.offsetSeconds, self.timeZone) = (instant, offsetSeconds, timeZone)
    }

    /// A zero day from text: a moment by RFC 3339, and a space and a time-zone name where days
    /// are to keep that zone's clock: `2026-12-01T00:00+02:00 Europe/Kyiv`.
    ///
    /// - Throws: `ZeroDay.ParsingError` when the moment cannot be read, the zone is not known, or
    ///   the zone's clock shows another time at that moment.
    public init(parsing text: some StringProtocol) throws(ParsingError) {
        // The last word is a zone when it begins with a letter; a date may hold a space itself.
        let words = text.split(separator: " ")
        let zone = words.last.flatMap { $0.first?.isLetter == true ? String($0) : nil }
        let moment = (zone == nil ? words : words.dropLast()).joined(separator: " ")
        let written: (instant: Instant, offset: Int)
        do throws(Instant.ParsingError) {
            written = try Instant.parse(moment)
        } catch {
            throw ParsingError(description: error.description)
        }
        (instant, offsetSeconds, timeZone) = (written.instant, written.offset, zone)
        guard let zone else { return }
        guard let clock = NamedClock(zone) else {
            throw ParsingError(
                description: "'\(zone)' is not a time zone known here; write an IANA name such as "
                    + "Europe/Kyiv or Asia/Seoul")
        }
        let local = instant.seconds + Int64(offsetSeconds)
        let shown = Instant(seconds: clock.seconds(ofLocal: local))
        if shown.seconds + Int64(clock.offset(at: shown)) != local {
            throw ParsingError(
                description:
                    "\(zone) has no such time on that day: its clock is put forward over it; "
                    + "write another time, such as \(shown.written(offset: clock.offset(at: shown)))"
            )
        }
        let offset = clock.offset(at: instant)
        if offset != offsetSeconds {
            throw ParsingError(
                description: "\(zone) shows \(instant.written(offset: offset)) when the text says "
                    + "\(instant.written(offset: offsetSeconds)); write the offset of the zone")
        }
    }

    /// The moment that a time counted from this zero names.
    ///
    /// D+0 is the zero. Other days keep the time of day of the zero in its named zone across a change
    /// of summer time. Where that time of day is skipped on the day, the clock before the change
    /// counts on; where it occurs twice, the first is meant, or the second when the zero itself is the
    /// second of two. Counts that lead farther than some 30,000 years lead so far.
    public func resolve(_ time: AgreementTime) -> Instant {
        switch time {
        case .at(let moment): return moment
        case .hours(let hours), .hoursAfter(_, let hours):
            return Instant(
                seconds: instant.seconds + Self.seconds(hours, of: 3600),
                nanoseconds: instant.nanoseconds)
        case .days(0), .daysAfter(_, 0): return instant
        case .days(let days), .daysAfter(_, let days):
            let local = instant.seconds + Int64(offsetSeconds) + Self.seconds(days, of: 86_400)
            guard let clock = timeZone.flatMap({ NamedClock($0) }) else {
                return Instant(
                    seconds: local - Int64(offsetSeconds), nanoseconds: instant.nanoseconds)
            }
            let own = clock.seconds(ofLocal: instant.seconds + Int64(offsetSeconds))
            return Instant(
                seconds: clock.seconds(ofLocal: local, isSecond: own != instant.seconds),
                nanoseconds: instant.nanoseconds)
        }
    }

    /// So many times some seconds, at most some 30,000 years.
    private static func seconds(_ count: Int, of unit: Int64) -> Int64 {
        let most: Int64 = 1_000_000_000_000
        let (product, isOver) = Int64(count).multipliedReportingOverflow(by: unit)
        return isOver ? (count < 0 ? -most : most) : min(max(product, -most), most)
    }

    /// A moment on the clock of this zero's zone, by RFC 3339.
    public func written(_ moment: Instant) -> String {
        guard let clock = timeZone.flatMap({ NamedClock($0) }) else {
            return moment.written(offset: offsetSeconds)
        }
        return moment.written(offset: clock.offset(at: moment))
    }
}
