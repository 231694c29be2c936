/// How much of a zone is meant where not all of it is known.
package enum KnownExtent: Hashable, Sendable {
    /// What belongs to it whatever is not known.
    case least
    /// What may belong to it.
    case greatest

    /// What is left of another region when this much is taken away.
    package var opposite: KnownExtent { self == .least ? .greatest : .least }
}
