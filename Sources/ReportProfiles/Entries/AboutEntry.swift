import ReportFiles

/// `about`: what the profile is for, in a sentence.
struct AboutEntry: ProfileEntry {
    static let keys = ["about"]

    init(_ value: ProfileNode) throws(ProfileFault) {
        guard value.text != nil else { throw value.fault("expected a sentence") }
    }
}
