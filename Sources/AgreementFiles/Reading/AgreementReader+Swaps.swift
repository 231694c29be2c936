import Agreements
import Geodesy
import Zones

/// Coordinates that look as if latitude were written first.
extension AgreementReader {
    /// More parts than this are not compared with each other.
    private static let mostParts = 2000

    /// Says which parts of an agreement would lie beside the others with their two numbers exchanged.
    mutating func warnOfSwaps(_ agreement: Agreement) {
        let parts = Self.parts(agreement)
        guard parts.count <= Self.mostParts else { return }
        // What lies together, each in the order of the file.
        var groups: [[Part]] = []
        for part in parts {
            let near = groups.indices.filter { group in
                groups[group].contains { $0.box.isNear(part.box, margin: 2) }
            }
            let joined = near.flatMap { groups[$0] } + [part]
            for group in near.reversed() { groups.remove(at: group) }
            groups.append(joined)
        }
        for (k, group) in groups.enumerated() {
            for other in groups[..<k] {
                let meets = group.contains { part in
                    other.contains { $0.box.isNear(part.box.exchanged, margin: 1) }
                }
                if meets { warnOfSwap(other, group) }
            }
        }
    }

    private mutating func warnOfSwap(_ one: [Part], _ other: [Part]) {
        let (few, many) = other.count < one.count ? (other, one) : (one, other)
        guard let first = few.first, let second = many.first else { return }
        let lie =
            "\(first.name) lies about [\(first.box.middle)], \(second.name) about "
            + "[\(second.box.middle)]; "
        let more = few.count > 1 ? " and \(few.count - 1) more" : ""
        warn(
            marks[first.path] ?? marks[Array(first.path.prefix(2))],
            few.count == many.count
                ? lie
                    + "with longitude and latitude exchanged either would lie beside the other, so that "
                    + "one of them may be written latitude first; longitude comes first"
                : lie
                    + "with longitude and latitude exchanged \(first.name)\(more) would lie beside it, "
                    + "and may be written latitude first; longitude comes first")
    }

    /// A part that is given by coordinates.
    private struct Part {
        /// Its name in words.
        let name: String
        let path: [String]
        let box: PlaceBox
    }

    private static func parts(_ agreement: Agreement) -> [Part] {
        var parts: [Part] = []
        func add(_ name: String, _ path: [String], _ places: [Coordinate]) {
            if let box = PlaceBox(places) { parts.append(Part(name: name, path: path, box: box)) }
        }
        for line in agreement.lines {
            add(
                "line '\(line.id)'", ["lines", line.id, "geometry"],
                Array(line.geometry.parts.joined()))
        }
        for zone in agreement.zones {
            for leaf in zone.regions.flatMap(\.leaves) {
                let key =
                    switch leaf {
                    case .inside: "polygon"
                    case .beside: "along"
                    default: "of"
                    }
                add("zone '\(zone.id)'", ["zones", zone.id, key], leaf.givenPlaces)
            }
        }
        add(
            "the area of operations", ["area"],
            Array((agreement.area?.polygons ?? []).joined().joined()))
        return parts
    }
}

/// A box in longitude and latitude that does not cross the antimeridian.
private struct PlaceBox {
    private let lower: SIMD2<Double>
    private let upper: SIMD2<Double>

    private init(lower: SIMD2<Double>, upper: SIMD2<Double>) {
        (self.lower, self.upper) = (lower, upper)
    }

    /// The least box that holds some places; `nil` for none.
    init?(_ places: [Coordinate]) {
        guard let first = places.first else { return nil }
        var (lower, upper) = (
            SIMD2(first.longitude, first.latitude), SIMD2(first.longitude, first.latitude)
        )
        for place in places {
            lower = pointwiseMin(lower, SIMD2(place.longitude, place.latitude))
            upper = pointwiseMax(upper, SIMD2(place.longitude, place.latitude))
        }
        self.init(lower: lower, upper: upper)
    }

    /// The same with longitude and latitude exchanged.
    var exchanged: PlaceBox {
        PlaceBox(lower: SIMD2(lower.y, lower.x), upper: SIMD2(upper.y, upper.x))
    }

    /// Its middle, to a hundredth of a degree.
    var middle: String {
        let middle = (lower + upper) / 2
        return "\(middle.x.rounded(toDecimals: 2)), \(middle.y.rounded(toDecimals: 2))"
    }

    /// Whether the boxes come within so many degrees of each other.
    func isNear(_ other: PlaceBox, margin: Double) -> Bool {
        let gap = pointwiseMax(lower - other.upper, other.lower - upper)
        return gap.max() <= margin
    }
}
