/// The members that name the area in which what a report tells of may be anywhere.
package struct AreaFields: Hashable, Sendable {
    /// The place among `FieldNames.extras` of the member that says which of them; `nil` for the only one.
    let code: Int?
    private let members: [String: Int]

    /// A member that names the area.
    package init(member: Int) {
        code = nil
        members = ["": member]
    }

    /// Members that name areas, each by the value of another that says which of them holds.
    package init(code: Int, members: [(code: String, member: Int)]) {
        self.code = code
        self.members = Dictionary(
            members.map { (ValueCode.folded($0.code), $0.member) }, uniquingKeysWith: { $1 })
    }

    /// The member that holds by a value of the one that says so.
    func member(_ code: String) -> Int? { members[ValueCode.folded(code)] }

    /// The values that say something, in words.
    var expected: String { members.keys.sorted().map { "'\($0)'" }.joined(separator: ", ") }
}
