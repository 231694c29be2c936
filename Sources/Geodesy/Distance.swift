/// A length, kept in metres.
///
/// A length is never a bare number in this package: agreements write kilometres, nautical miles
/// and yards, and 500 yards read as 500 metres is a different line.
public struct Distance: Hashable, Comparable, Sendable {
    /// The length in metres.
    public let metres: Double

    /// A length of `value` times `unit`.
    public init(_ value: Double, _ unit: Unit) { metres = value * unit.metres }

    /// No length.
    public static let zero = Distance.metres(0)
    /// A length in metres.
    public static func metres(_ value: Double) -> Distance { Distance(value, .metre) }
    /// A length in kilometres of 1,000 m.
    public static func kilometres(_ value: Double) -> Distance { Distance(value, .kilometre) }
    /// A length in international nautical miles of 1,852 m.
    public static func nauticalMiles(_ value: Double) -> Distance { Distance(value, .nauticalMile) }
    /// A length in international statute miles of 1,609.344 m.
    public static func statuteMiles(_ value: Double) -> Distance { Distance(value, .statuteMile) }
    /// A length in international yards of 0.9144 m.
    public static func yards(_ value: Double) -> Distance { Distance(value, .yard) }
    /// A length in international feet of 0.3048 m.
    public static func feet(_ value: Double) -> Distance { Distance(value, .foot) }

    /// Whether it can be the length of something: finite, a number, and not below zero.
    ///
    /// A `Distance` is a number with a unit and may hold any, as differences do. Whatever is made with
    /// one that is no length, or asked for one, refuses it or says so; nothing takes it for zero.
    public var isLength: Bool { metres >= 0 && metres.isFinite }

    /// The length as a number of `unit`.
    public func value(in unit: Unit) -> Double { metres / unit.metres }

    /// Whether one length is shorter than another.
    public static func < (a: Distance, b: Distance) -> Bool { a.metres < b.metres }
    /// Whether one length is at most another; false where one is NaN, as of numbers.
    public static func <= (a: Distance, b: Distance) -> Bool { a.metres <= b.metres }
    /// Whether one length is longer than another.
    public static func > (a: Distance, b: Distance) -> Bool { a.metres > b.metres }
    /// Whether one length is at least another; false where one is NaN, as of numbers.
    public static func >= (a: Distance, b: Distance) -> Bool { a.metres >= b.metres }
    /// The sum of two lengths.
    public static func + (a: Distance, b: Distance) -> Distance { .metres(a.metres + b.metres) }
    /// The difference of two lengths, which may be negative.
    public static func - (a: Distance, b: Distance) -> Distance { .metres(a.metres - b.metres) }
    /// A multiple of a length.
    public static func * (a: Distance, factor: Double) -> Distance { .metres(a.metres * factor) }
    /// A fraction of a length.
    public static func / (a: Distance, divisor: Double) -> Distance { .metres(a.metres / divisor) }
}

extension Distance: CustomStringConvertible {
    /// The length in metres, or in kilometres from 1 km on.
    public var description: String {
        metres.magnitude >= 1000 ? "\(value(in: .kilometre)) km" : "\(metres) m"
    }
}
