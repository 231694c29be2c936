import ReportFiles

/// What a profile says under one of its keys.
///
/// A key, or a group of like keys, is a type of its own and a place in `ReportProfile.entries`.
protocol ProfileEntry: Sendable {
    /// The keys that it reads.
    static var keys: [String] { get }

    /// What stands under one of them.
    init(_ value: ProfileNode) throws(ProfileFault)

    /// Puts it where nothing else was asked for.
    ///
    /// - Parameters:
    ///   - fields: what the entries before have made of what was asked for.
    ///   - asked: what was asked for.
    func apply(to fields: inout FieldNames, asked: FieldNames)

    /// Puts what is no matter of names.
    func apply(to input: inout ReportInput)
}

extension ProfileEntry {
    func apply(to fields: inout FieldNames, asked: FieldNames) {}
    func apply(to input: inout ReportInput) {}
}
