// The only use of Foundation here: the time-zone rules, which come with the toolchain.
private import Foundation

/// The clock of a time zone by its IANA name.
struct NamedClock: Hashable, Sendable {
    private let zone: TimeZone

    /// The clock of a zone, or `nil` when the name is not known.
    init?(_ name: String) {
        // TimeZone also takes names such as GMT+3, whose sign is read both ways in practice.
        guard name == "UTC" || name.contains("/"), let zone = TimeZone(identifier: name) else {
            return nil
        }
        self.zone = zone
    }

    /// The release of the tz database from which the rules are.
    static var rulesVersion: String { TimeZone.timeZoneDataVersion }

    /// Seconds east of UTC at a moment.
    func offset(at moment: Instant) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
    }

    /// Seconds since 1970-01-01T00:00:00Z at which the clock shows a local time, itself given as
    /// seconds since its own 1970-01-01T00:00:00.
    ///
    /// Where the clock shows it twice, the first or the second time is meant; where it is skipped, the
    /// clock before the change counts on.
    func seconds(ofLocal local: Int64, isSecond: Bool = false) -> Int64 {
        // Offsets in force a day before and after; a change between them may skip or repeat.
        let before = offset(at: Instant(seconds: local - 86_400))
        let after = offset(at: Instant(seconds: local + 86_400))
        for offset in isSecond ? [after, before] : [before, after] {
            let candidate = local - Int64(offset)
            if self.offset(at: Instant(seconds: candidate)) == offset { return candidate }
        }
        return local - Int64(before)
    }
}
