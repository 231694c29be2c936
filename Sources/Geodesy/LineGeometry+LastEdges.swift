extension LineGeometry {
    /// The open ends of the line with the lengths of the edges that lead to them, in the line's order.
    public var lastEdges: [(end: Coordinate, length: Distance)] {
        let locator = LineLocator(self)
        return locator.openEnds.map {
            ($0.place, .metres(locator.edges[$0.edge].length))
        }
    }
}
