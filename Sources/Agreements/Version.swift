/// One of several forms of a line or a zone, such as before and after a delineation, with when it holds.
public struct Version<Form: Hashable & Sendable>: Hashable, Sendable, Cited {
    /// The line or area.
    public var form: Form
    /// The first moment at which it holds; `nil` where it holds from the beginning.
    public var from: AgreementTime?
    /// The moment from which on it does not hold any more; `nil` where it never ends.
    public var until: AgreementTime?
    /// What is said of its state, such as that a hazard is cleared; told, and nothing follows from it.
    public var status: String?
    /// Where in the agreement's text it stands.
    public var citation = Citation()

    /// A version.
    public init(
        _ form: Form, from: AgreementTime? = nil, until: AgreementTime? = nil, status: String? = nil
    ) {
        self.form = form
        self.from = from
        self.until = until
        self.status = status
    }
}
