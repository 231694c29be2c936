/// A member of reports that has a usual name, by which it is known whether an option has named it.
package enum GivenName: Hashable, Sendable {
    case category, party, time, uncertainty
}
