/// Stretches of border that follow one another round a ring.
struct BorderChain {
    private(set) var stretches: [UnionBorder.Stretch]
    /// Whether they go all the way round.
    private(set) var isClosed: Bool

    /// The chains in stretches that are given in the order of their rings.
    static func chains(_ stretches: [UnionBorder.Stretch]) -> [BorderChain] {
        var result: [BorderChain] = []
        var first = 0
        while first < stretches.count {
            var end = first + 1
            while end < stretches.count, stretches[end].polygon == stretches[first].polygon,
                stretches[end].ring == stretches[first].ring
            {
                end += 1
            }
            result += chains(ofRing: Array(stretches[first..<end]))
            first = end
        }
        return result
    }

    private static func chains(ofRing stretches: [UnionBorder.Stretch]) -> [BorderChain] {
        let count = stretches.count
        let breaks = stretches.indices.filter {
            !isFollowed(stretches[$0], by: stretches[($0 + 1) % count])
        }
        guard let last = breaks.last else {
            return [BorderChain(stretches: stretches, isClosed: true)]
        }
        var result: [BorderChain] = []
        var from = last + 1 - count
        for at in breaks {
            result.append(
                BorderChain(
                    stretches: (from...at).map { stretches[($0 + count) % count] },
                    isClosed: false))
            from = at + 1
        }
        return result
    }

    /// Whether one stretch begins at the vertex where the other ends.
    private static func isFollowed(
        _ stretch: UnionBorder.Stretch, by next: UnionBorder.Stretch
    ) -> Bool {
        stretch.reaches.end && next.reaches.start && stretch.to.isSamePlace(as: next.from)
    }
}
