import ReportFiles

/// `time-format`: how times are written where they do not tell; one text or a list.
struct TimeFormatEntry: ProfileEntry {
    static let keys = ["time-format"]

    private var order: DateOrder?
    private var numbers: NumberMeaning?

    init(_ value: ProfileNode) throws(ProfileFault) {
        for format in try value.texts("a text or a list of texts") {
            if let found = DateOrder(rawValue: format), order == nil {
                order = found
            } else if let found = NumberMeaning(rawValue: format), numbers == nil {
                numbers = found
            } else {
                let known =
                    DateOrder.allCases.map(\.rawValue) + NumberMeaning.allCases.map(\.rawValue)
                throw value.fault(
                    "'\(format)' is not known, or the second of its kind; expected one of "
                        + known.joined(separator: ", "))
            }
        }
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        fields.times.dateOrder = fields.times.dateOrder ?? order
        fields.times.numbers = fields.times.numbers ?? numbers
    }
}
