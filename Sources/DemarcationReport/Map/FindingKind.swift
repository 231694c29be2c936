/// A finding as it is marked on a map: shapes differ as well as colours.
package enum FindingKind: UInt8, CaseIterable, Sendable {
    case apparentBreach, undeterminable, counted, pending, exempt, suspended, compliant, unregulated
    case other, refused

    /// The kind of a word of `dmz_finding`.
    package init(word: String) {
        self =
            switch word {
            case "apparent_breach": .apparentBreach
            case "undeterminable": .undeterminable
            case "counted": .counted
            case "pending": .pending
            case "exempt": .exempt
            case "suspended": .suspended
            case "compliant": .compliant
            case "unregulated": .unregulated
            case "refused": .refused
            default: .other
            }
    }

    /// Whether it is one that a reader must not miss.
    var isGrave: Bool { self == .apparentBreach || self == .undeterminable }

    /// The word, which is also the name of its words.
    package var word: String {
        switch self {
        case .apparentBreach: "apparent_breach"
        case .undeterminable: "undeterminable"
        case .counted: "counted"
        case .pending: "pending"
        case .exempt: "exempt"
        case .suspended: "suspended"
        case .compliant: "compliant"
        case .unregulated: "unregulated"
        case .other: "other"
        case .refused: "refused"
        }
    }

    /// The path of the mark behind a move to its middle, in pixels.
    var path: String {
        switch self {
        case .apparentBreach: "m0-4.6l4.3 7.5h-8.6z"
        case .undeterminable: "m0-4.4l4.4 4.4-4.4 4.4-4.4-4.4z"
        case .counted: "m-3.2-3.2h6.4v6.4h-6.4z"
        case .pending: "m0 4.4l4.1-7.2h-8.2z"
        case .exempt: "m-3.6 0h7.2m-3.6-3.6v7.2"
        case .suspended: "m-3-3l6 6m0-6l-6 6"
        case .compliant: "m-1.9 0a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0z"
        case .unregulated: "m-1.2 0a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0-2.4 0z"
        case .other, .refused: "m-2.6 0h5.2"
        }
    }

    /// How it is painted.
    var style: String {
        switch self {
        case .apparentBreach: ##"fill="\##(colour)" stroke="#fff" stroke-width=".5""##
        case .undeterminable, .counted, .pending:
            ##"fill="#fff" stroke="\##(colour)" stroke-width="1.5""##
        case .exempt, .suspended, .other, .refused:
            ##"fill="none" stroke="\##(colour)" stroke-width="1.5""##
        case .compliant, .unregulated: ##"fill="\##(colour)""##
        }
    }

    /// A colour that people with every kind of colour vision can tell from its neighbours.
    package var colour: String {
        switch self {
        case .apparentBreach: "#b2182b"
        case .undeterminable: "#8a5a00"
        case .counted: "#35506b"
        case .pending: "#7b3f6e"
        case .exempt, .suspended: "#52616b"
        case .compliant: "#547182"
        case .unregulated: "#8896a0"
        case .other, .refused: "#52616b"
        }
    }
}
