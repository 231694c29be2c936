/// Places well within rings, for labels.
enum InnerPlaces {
    /// Some places in the rings and the frame, those farthest from any border first.
    static func of(_ rings: [[MapPoint]], _ frame: MapFrame) -> [MapPoint] {
        let border = rings.joined().enumerated().filter {
            $0.offset % max(1, rings.joined().count / 600) == 0
        }.map(\.element)
        var found: [(place: MapPoint, room: Double)] = []
        let count = 18
        for i in 1..<count {
            for j in 1..<count {
                let place = MapPoint(
                    frame.left + frame.width * Double(i) / Double(count),
                    frame.top + frame.height * Double(j) / Double(count))
                guard contains(rings, place) else { continue }
                let room = border.reduce(Double.infinity) { min($0, $1.distance(to: place)) }
                found.append((place, room))
            }
        }
        return found.sorted { $0.room > $1.room }.map(\.place)
    }

    /// Whether a place is within rings, by the crossings of a ray.
    static func contains(_ rings: [[MapPoint]], _ place: MapPoint) -> Bool {
        var isInside = false
        for ring in rings where ring.count > 2 {
            var a = ring[ring.count - 1]
            for b in ring {
                if (a.y > place.y) != (b.y > place.y),
                    place.x < a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x)
                {
                    isInside.toggle()
                }
                a = b
            }
        }
        return isInside
    }
}
