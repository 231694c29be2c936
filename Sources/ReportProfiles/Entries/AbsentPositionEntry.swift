import ReportFiles

/// `not-available`: longitudes and latitudes that say that there is no position: `[[181, any], [0, 0]]`.
struct AbsentPositionEntry: ProfileEntry {
    static let keys = ["not-available"]

    private let positions: [AbsentPosition]

    init(_ value: ProfileNode) throws(ProfileFault) {
        let expected =
            "expected a list of pairs, longitude first, such as [[181, any], [any, 91], [0, 0]]"
        guard let list = value.list, !list.isEmpty else { throw value.fault(expected) }
        var positions: [AbsentPosition] = []
        for pair in list {
            guard let numbers = pair.list, numbers.count == 2 else { throw pair.fault(expected) }
            let longitude = try Self.number(numbers[0], expected)
            let latitude = try Self.number(numbers[1], expected)
            guard let position = AbsentPosition(longitude: longitude, latitude: latitude) else {
                throw pair.fault(expected)
            }
            positions.append(position)
        }
        self.positions = positions
    }

    /// A number, or `nil` for any.
    private static func number(
        _ node: ProfileNode, _ expected: String
    ) throws(ProfileFault) -> Double? {
        if node.text == "any" { return nil }
        guard let number = node.text.flatMap(Double.init), number.isFinite else {
            throw node.fault(expected)
        }
        return number
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        fields.absentPositions = positions
    }
}
