import Geodesy

/// What the values of an uncertainty say, where they are codes, or numbers of another unit than metres.
package struct UncertaintyMeasure: Hashable, Sendable {
    /// The bound that a code stands for; NaN where it says that none is known.
    private let bounds: [String: Distance]
    /// What one of the numbers stands for that are no codes; `nil` where there are codes alone.
    private let unit: Distance?
    /// Whether of a report without a value no bound is known; else it is as good as one that gives none.
    let missingIsUnknown: Bool

    /// A measure by such codes, and such a unit of all other numbers.
    package init(
        codes: [(code: String, bound: Distance)], unit: Distance?, missingIsUnknown: Bool = false
    ) {
        self.missingIsUnknown = missingIsUnknown
        bounds = Dictionary(
            codes.map { (ValueCode.folded($0.code), $0.bound) }, uniquingKeysWith: { $1 })
        self.unit = unit
    }

    /// Numbers of metres.
    static let metres = UncertaintyMeasure(codes: [], unit: .metres(1))

    /// The bound that a value says, NaN where it says that none is known; `nil` where it cannot be read.
    ///
    /// - Parameter sign: the decimal sign of the file's numbers, where that is known.
    func bound(_ text: String, _ sign: DecimalSign? = nil) -> Distance? {
        if let bound = bounds[ValueCode.folded(text)] { return bound }
        guard let unit, let number = ValueCode.number(text, sign), number >= 0, number.isFinite
        else {
            return nil
        }
        return unit * number
    }

    /// What is expected, in words.
    var expected: String {
        let codes = bounds.keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
        return switch unit {
        case nil: "one of \(codes)"
        case let unit? where unit == .metres(1):
            "a number of metres of 0 or more" + (codes.isEmpty ? "" : ", or one of \(codes)")
        case let unit?:
            "a number of 0 or more, of \(ValueCode.folded(unit.metres)) m each"
                + (codes.isEmpty ? "" : ", or one of \(codes)")
        }
    }
}
