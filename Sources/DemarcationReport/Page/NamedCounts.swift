/// Numbers by finding for each of some names, in the order in which these came.
struct NamedCounts<Name: Hashable & Sendable>: Sendable {
    /// The names.
    private(set) var names: [Name] = []
    private var places: [Name: Int] = [:]
    private var values: [Int] = []
    /// The place of the name that came last.
    private var latest = -1

    private static var width: Int { FindingKind.allCases.count }

    var isEmpty: Bool { names.isEmpty }

    /// Counts a finding.
    mutating func add(_ kind: Int, _ name: Name) {
        if latest < 0 || names[latest] != name { latest = place(of: name) }
        values[latest * Self.width + kind] += 1
    }

    /// Takes what was counted of later findings, of so many names at most; what is of others counts as of `others`.
    mutating func add(_ later: NamedCounts, most: Int, others: Name?) {
        for (k, name) in later.names.enumerated() {
            var name = name
            if places[name] == nil, names.count >= most {
                guard let others else { continue }
                name = others
            }
            let start = place(of: name) * Self.width
            for kind in 0..<Self.width {
                values[start + kind] += later.values[k * Self.width + kind]
            }
        }
    }

    private mutating func place(of name: Name) -> Int {
        if let known = places[name] { return known }
        places[name] = names.count
        names.append(name)
        values += repeatElement(0, count: Self.width)
        return names.count - 1
    }

    /// What was counted of a name; `nil` where it did not come.
    subscript(_ name: Name) -> [Int]? {
        places[name].map { Array(values[$0 * Self.width..<($0 + 1) * Self.width]) }
    }

    /// All of it.
    var byName: [Name: [Int]] {
        Dictionary(uniqueKeysWithValues: names.map { ($0, self[$0] ?? []) })
    }
}
