/// Where among the lists four labels beside a cut begin: lower, upper, and of reports that may be on either side,
/// reported lower and upper.
struct SideLabels: Sendable {
    let first: Int
    /// What share of an uncertainty the cut's distances change by at least; 0, by which no report may be on either
    /// side, where there are no labels for such ones.
    let share: Double

    /// The same among all lists, of which some come before.
    func moved(by numbers: TableNumbers) -> SideLabels {
        SideLabels(first: first + Int(numbers.lists), share: share)
    }
}
