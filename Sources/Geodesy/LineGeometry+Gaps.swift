extension LineGeometry {
    /// Where a part ends so near to where another begins that the gap is hardly meant.
    package struct HairGap: Hashable, Sendable {
        /// The part that ends, counted from 0.
        package let end: Int
        /// The part that begins, counted from 0.
        package let beginning: Int
        /// How far apart the two are.
        package let distance: Distance
    }

    /// The gaps of at most such a width between open ends and the beginnings of other parts, the narrowest
    /// first.
    ///
    /// - Parameter width: the widest gap looked for; positive.
    /// - Returns: none where parts are apart as drawn, and none that a bridge closes.
    package func hairGaps(upTo width: Distance) -> [HairGap] {
        guard joins != .asDrawn, parts.count > 1 else { return [] }
        let chains = PartChains(self)
        let ends = parts.indices.filter { chains.next[$0] < 0 }
        let beginnings = parts.indices.filter { chains.previous[$0] < 0 }
        return PartGaps(joined(.within(width)), ends: ends).pairs(beginnings: beginnings)
            .filter { $0.end != $0.beginning }
            .map {
                HairGap(
                    end: $0.end, beginning: $0.beginning, distance: .metres($0.distance))
            }
    }
}
