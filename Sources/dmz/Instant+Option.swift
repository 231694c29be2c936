import Agreements
import ArgumentParser

extension Instant {
    /// A moment that an option names as agreements write it: `D+14`, or a date with its time.
    ///
    /// - Parameter clock: that of times without an offset, where the agreement names none.
    init(
        option: String, _ text: String, _ agreement: Agreement, _ clock: LocalClock? = nil
    ) throws {
        let time: AgreementTime
        do throws(Instant.ParsingError) {
            time = try AgreementTime(
                parsing: text, local: agreement.clock ?? clock,
                zeros: agreement.zeros.map(\.name))
        } catch {
            throw ValidationError(
                "\(option): \(error.description) (a time is D+14 or 2026-12-15T00:00:00+02:00)")
        }
        guard let moment = agreement.resolve(time) else {
            throw ValidationError(
                "\(option): \(text) is counted from a zero that the agreement does not know; write a moment "
                    + "such as 2026-12-15T00:00:00+02:00")
        }
        self = moment
    }
}
