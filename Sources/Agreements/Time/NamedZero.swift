/// A zero of its own from which some times of an agreement are counted, such as the day on which the withdrawal
/// from one area began.
public struct NamedZero: Hashable, Sendable {
    /// The name, as times give it: `zolote` in `zolote+3`.
    public let name: String
    /// The zero; `nil` while it is not known.
    public let day: ZeroDay?

    /// A zero of a name.
    public init(_ name: String, _ day: ZeroDay?) {
        self.name = name
        self.day = day
    }
}
