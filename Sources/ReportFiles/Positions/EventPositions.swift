import Agreements
import Geodesy
import Notations

extension Report {
    /// Reads the places of an event from the properties that tell them (`EventPlace.propertyNames`), as far as
    /// rules ask for them.
    ///
    /// Positions are in any notation under `origin_position`, or decimal degrees under `origin_longitude` and
    /// `origin_latitude`. One that is given and cannot be read is none on the globe: it may be anywhere.
    mutating func readEventPlaces() {
        origin = eventPosition(.origin)
        effect = eventPosition(.effect)
    }

    private func eventPosition(_ place: EventPlace) -> EventPosition? {
        func given(_ names: String...) -> String? {
            names.lazy.compactMap { attributes["\(place.rawValue)_\($0)"] }.first { !$0.isEmpty }
        }
        let nowhere = Coordinate(longitude: .nan, latitude: .nan)
        let bound: Distance
        switch given("uncertainty_m") {
        case nil: bound = .zero
        case let text?: bound = .metres(Double(text) ?? .nan)
        }
        if let text = given("position", "mgrs") {
            guard let written = try? WrittenPosition(text) else { return EventPosition(nowhere) }
            let (disc, footprint) = written.region(.standard)
            return EventPosition(
                disc.centre, uncertainty: footprint == nil ? disc.bound + bound : bound,
                footprint: footprint)
        }
        let (longitude, latitude) = (given("longitude", "lon"), given("latitude", "lat"))
        if longitude == nil, latitude == nil { return nil }
        guard let x = longitude.flatMap({ Double($0) }), let y = latitude.flatMap({ Double($0) })
        else { return EventPosition(nowhere) }
        return EventPosition(Coordinate(longitude: x, latitude: y), uncertainty: bound)
    }
}
