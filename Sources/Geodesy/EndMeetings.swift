/// The ends of a line's open parts by the place where they are.
struct EndMeetings {
    /// The parts whose ends are at one place.
    struct Meeting {
        /// Parts that end there, in their order.
        var ends: [Int] = []
        /// Parts that begin there, in their order.
        var beginnings: [Int] = []
        /// The first part that has an end there.
        var firstPart: Int { min(ends.first ?? .max, beginnings.first ?? .max) }
    }

    /// One way to write a place that has several: the antimeridian, a pole.
    private struct Key: Hashable {
        let longitude: Double
        let latitude: Double

        init(_ place: Coordinate) {
            longitude = place.isPole ? 0 : place.longitude == -180 ? 180 : place.longitude
            latitude = place.latitude
        }
    }

    private let line: LineGeometry
    private var meetings: [Key: Meeting] = [:]

    init(_ line: LineGeometry) {
        self.line = line
        for p in line.parts.indices {
            guard let (first, last) = ends(ofPart: p) else { continue }
            meetings[Key(first), default: Meeting()].beginnings.append(p)
            meetings[Key(last), default: Meeting()].ends.append(p)
        }
    }

    /// What meets at a place.
    subscript(place: Coordinate) -> Meeting? { meetings[Key(place)] }

    /// The places of a part's beginning and end; none for a closed part.
    func places(ofPart part: Int) -> [Coordinate] {
        ends(ofPart: part).map { [$0.first, $0.last] } ?? []
    }

    private func ends(ofPart part: Int) -> (first: Coordinate, last: Coordinate)? {
        guard !line.isClosed(part: part), let first = line.parts[part].first,
            let last = line.parts[part].last
        else { return nil }
        return (first, last)
    }
}
