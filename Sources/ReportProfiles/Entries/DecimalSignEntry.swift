import ReportFiles

/// `decimal-sign`: what stands before the fraction of numbers, `point` or `comma`.
struct DecimalSignEntry: ProfileEntry {
    static let keys = ["decimal-sign"]

    private let sign: DecimalSign

    init(_ value: ProfileNode) throws(ProfileFault) {
        guard let sign = value.text.flatMap({ DecimalSign(rawValue: $0) }) else {
            throw value.fault("expected point or comma")
        }
        self.sign = sign
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        fields.decimalSign = fields.decimalSign ?? sign
    }
}
