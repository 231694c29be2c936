import Agreements
import ReportFiles

/// `time-zone`: the clock of times without an offset.
struct TimeZoneEntry: ProfileEntry {
    static let keys = ["time-zone"]

    private let clock: LocalClock

    init(_ value: ProfileNode) throws(ProfileFault) {
        guard let text = value.text else {
            throw value.fault("expected a zone such as Europe/Kyiv or UTC")
        }
        do throws(LocalClock.ParsingError) {
            clock = try LocalClock(parsing: text)
        } catch {
            throw value.fault(error.description)
        }
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        if fields.times.clock == nil { fields.times.clock = clock }
    }
}
