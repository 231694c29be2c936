/// How a file of availability writes what share of a time was watched.
enum WrittenShare {
    /// Why a text is no such share.
    struct Fault: Error {
        let sentence: String
    }

    /// The share, from 0 to 1: `yes` or `no`, or a number of percent.
    static func read(_ text: String) throws(Fault) -> Double {
        switch ValueCode.folded(text) {
        case "yes", "true": return 1
        case "no", "false": return 0
        default: break
        }
        let isPercent = text.trimmingSpaces.hasSuffix("%")
        let digits = isPercent ? String(text.trimmingSpaces.dropLast()) : text
        guard let percent = ValueCode.number(digits), (0...100).contains(percent) else {
            throw Fault(sentence: "expected a share from 0 to 100 %, or yes or no")
        }
        // Some write the half as 0.5, and all of it as 1.
        guard isPercent || percent == 0 || percent > 1 else {
            throw Fault(
                sentence:
                    "which may be a part of one or of a hundred; write percent with its sign, as in "
                    + "50 %, or yes or no")
        }
        return percent / 100
    }
}
