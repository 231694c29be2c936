extension UnionBorder.Stretch {
    /// How many degrees of longitude one edge of a border may go through.
    ///
    /// What looks for nearest places and follows limits bounds edges by their chords, which say nothing of
    /// one that goes round the globe.
    private static let widest = 45.0

    /// The stretch in pieces of equal length in longitude and latitude, none of which is wider than is good.
    var pieces: [UnionBorder.Stretch] {
        let count = max(1, Int((span.magnitude / Self.widest).rounded(.up)))
        guard count > 1 else { return [self] }
        let rise = to.latitude - from.latitude
        var places = [from]
        for k in 1..<count {
            let share = Double(k) / Double(count)
            let longitude = (from.longitude + share * span).remainder(dividingBy: 360)
            places.append(
                Coordinate(longitude: longitude, latitude: from.latitude + share * rise))
        }
        places.append(to)
        return (0..<count).map { k in
            UnionBorder.Stretch(
                polygon: polygon, edge: edge, ring: ring, from: places[k], to: places[k + 1],
                span: span / Double(count),
                reaches: (k > 0 || reaches.start, k + 1 < count || reaches.end))
        }
    }
}
