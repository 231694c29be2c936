import Geodesy

/// The members that say in which direction and how far from a report's place it was.
package struct SectorFields: Hashable, Sendable {
    /// Their places among `FieldNames.extras`.
    let members: [Int]
    /// What numbers without a unit count; `nil` where they must have one.
    let unit: Distance?

    /// One member that says both, or two.
    package init(members: [Int], unit: Distance?) { (self.members, self.unit) = (members, unit) }

    /// What a record's members say, by what gives the value at an index in `FieldNames.wanted`.
    func texts(_ fields: FieldNames, _ value: (Int) -> FieldValue) -> [String] {
        members.map { member in
            // What is no text says nothing that could be read.
            switch value(fields.extrasIndex + member) {
            case .absent: ""
            case .text(let text): text
            case .unusable(let words): words
            }
        }
    }
}
