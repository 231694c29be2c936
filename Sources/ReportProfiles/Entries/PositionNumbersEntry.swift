import ReportFiles

/// `position-numbers`: what the numbers are that stand in one column, parted by spaces.
struct PositionNumbersEntry: ProfileEntry {
    static let keys = ["position-numbers"]

    private let numbers: PositionNumbers

    init(_ value: ProfileNode) throws(ProfileFault) {
        let known = PositionNumbers.Part.allCases.map(\.rawValue).joined(separator: ", ")
        let expected =
            "a list that begins with latitude and longitude in their order, of \(known), each once"
        var parts: [PositionNumbers.Part] = []
        for text in try value.texts(expected) {
            guard let part = PositionNumbers.Part(rawValue: text) else {
                throw value.fault("'\(text)' is not known, expected \(expected)")
            }
            parts.append(part)
        }
        guard let numbers = PositionNumbers(parts) else {
            throw value.fault("expected \(expected)")
        }
        self.numbers = numbers
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) { fields.positionNumbers = numbers }
}
