import Agreements
import ArgumentParser
import GeoJSONText
import ReportFiles

extension TimeReading {
    /// How times are read by the options `--time-zone` and `--time-format`.
    init(zone: String?, formats: [String]) throws {
        self.init()
        clock = try zone.map { try LocalClock(timeZoneOption: $0) }
        for format in formats {
            if let order = DateOrder(rawValue: format), dateOrder == nil {
                dateOrder = order
            } else if let meaning = NumberMeaning(rawValue: format), numbers == nil {
                numbers = meaning
            } else {
                let orders = DateOrder.allCases.map(\.rawValue).joined(separator: ", ")
                let meanings = NumberMeaning.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError(
                    "--time-format: '\(String(shown: format))' is not one of \(orders), or of \(meanings), "
                        + "or is the second of its kind")
            }
        }
    }
}

extension LocalClock {
    /// The clock that `--time-zone` names.
    init(timeZoneOption text: String) throws {
        do throws(LocalClock.ParsingError) {
            try self.init(parsing: text)
        } catch {
            throw ValidationError("--time-zone: \(error.description)")
        }
    }
}
