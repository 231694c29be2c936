import Geodesy
import Notations

/// What a column of numbers holds, by which its texts are read.
enum NumberKind: Hashable {
    /// A longitude or a latitude, which have no thousands.
    case degrees
    /// A number alone.
    case number
    /// A number, perhaps with its unit, that a rule asks for.
    case quantity
    /// An uncertainty of which a profile says what its values mean.
    case measure(UncertaintyMeasure)

    /// What a text says; two readings are equal where the report is the same by both.
    enum Reading: Hashable {
        case number(bits: UInt64?)
        case text(String)
        case contradiction

        init(_ value: Double?) { self = .number(bits: value?.bitPattern) }
    }

    /// What a text says in a file with such a sign, or in one of which that is not known.
    func reading(of text: UnsafeRawBufferPointer, _ sign: DecimalSign?) -> Reading {
        switch self {
        case .degrees:
            if sign?.isContradicted(by: text) == true { return .contradiction }
            return Reading(Double(csv: text, sign) ?? Self.angle(text))
        case .number: return Reading(Double(csv: text, sign))
        case .quantity:
            let text = String(decoding: text, as: UTF8.self)
            return .text(sign?.plain(text) ?? text)
        case .measure(let measure):
            return Reading(measure.bound(String(decoding: text, as: UTF8.self), sign)?.metres)
        }
    }

    /// The angle that a text names, whose decimal sign is its own.
    private static func angle(_ text: UnsafeRawBufferPointer) -> Double? {
        do throws(NotationError) {
            return try WrittenAngle.longitude(text).value.degrees
        } catch {
            return nil
        }
    }
}
