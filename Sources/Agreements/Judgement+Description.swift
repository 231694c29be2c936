import Geodesy

extension Judgement: CustomStringConvertible {
    /// The finding, the zones and the nearest line, in a sentence.
    ///
    /// `undeterminable: in artillery, may be in dmz, 1,937.428 m from contact on the side of north`
    public var description: String {
        var parts: [String] = []
        if !zonesInside.isEmpty { parts.append("in " + zonesInside.joined(separator: " and ")) }
        if !zonesUndeterminable.isEmpty {
            parts.append("may be in " + zonesUndeterminable.joined(separator: " and "))
        }
        if parts.isEmpty { parts.append("in no zone") }
        if let line, let distance {
            let party = side.map {
                " on the side of \($0)" + (isSideCertain ? "" : ", which is not certain")
            }
            parts.append(
                distance.inKnownDigits(uncertainty: .zero, most: 3) + " from \(line)"
                    + (party ?? ""))
        }
        return "\(finding.rawValue): " + parts.joined(separator: ", ")
    }
}
