import Geodesy
import LineSearch

/// The nearest place on a line or border, found for many positions at once; no foot beyond its reach.
struct FoundFoot {
    let source: Int
    let foot: FastFoot?

    /// Where the nearest place was not looked for: on no source.
    static let unasked = FoundFoot(source: -1, foot: nil)
}

/// What is known of the nearest places of one position, on some sources.
typealias FoundFeet = UnsafeBufferPointer<FoundFoot>

extension UnsafeBufferPointer<FoundFoot> {
    /// Nothing is known.
    static var none: FoundFeet { FoundFeet(start: nil, count: 0) }

    /// The nearest place on a source; `nil` where it was not looked for.
    @inline(__always)
    func foot(onSource source: Int) -> FastFoot?? {
        for found in self where found.source == source { return .some(found.foot) }
        return nil
    }
}
