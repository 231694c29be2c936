public import Geodesy
import Zones

extension CompiledAgreement {
    /// The zones that are measured from points or areas, or are areas, in the agreement's order.
    public var zonesOfPlaces: [String] { places.map(\.zone) }

    /// How far a position is from the points and areas of such zones, in the order of `zonesOfPlaces`.
    ///
    /// - Units: metres; from an area's border, negative inside. Of several the nearest counts.
    /// - Accuracy: that of the ellipsoidal distance, 1 micrometre.
    /// - Boundary: NaN for a position that is not on the globe.
    public func distancesFromPlaces(of position: Coordinate) -> [Distance] {
        guard position.isValid else { return places.map { _ in .metres(.nan) } }
        return places.map { place in
            let measures = place.sources.map {
                model.reading(of: position, within: 0, source: $0, isInFull: true).measure
            }
            return .metres(measures.min() ?? .nan)
        }
    }

    /// A zone with the numbers of the points and areas among its sources.
    struct ZoneOfPlaces: Sendable {
        let zone: String
        let sources: [Int]
    }

    /// The zones that have such sources.
    static func zonesOfPlaces(
        _ agreement: Agreement, _ numbers: ZoneNumbers, _ model: ZoneModel
    ) -> [ZoneOfPlaces] {
        zip(agreement.zones, numbers.zones).compactMap { zone, forms in
            // Of a zone that changes there is no one distance.
            guard !forms.isVersioned else { return nil }
            let sources = model.sourcesOfZone[forms.forms[0].greatest].filter { source in
                switch model.sources[source] {
                case .point, .area: true
                case .line, .pair: false
                }
            }
            return sources.isEmpty ? nil : ZoneOfPlaces(zone: zone.id, sources: sources)
        }
    }
}
