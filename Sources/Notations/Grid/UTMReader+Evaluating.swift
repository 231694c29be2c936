import Geodesy

extension UTMReader {
    /// The place that zone, letter, word and numbers name together.
    func evaluate(
        easting: WrittenNumber, northing: WrittenNumber
    ) throws(NotationError) -> Reading {
        let isNorth = saysUPS || zone == nil ? try polarHemisphere : nil
        let place: GridPlace
        if let isNorth {
            place = try checked(0, isNorth, easting, northing)
            try checkPolarHalf(place)
        } else {
            place = try zonePlace(easting, northing)
        }
        return Reading(
            place: place, eastingUnit: easting.unit,
            northingUnit: northing.unit)
    }

    private func error(
        _ code: NotationError.Code, _ part: NotationError.Part?, readings: [String] = [],
        _ reason: String
    ) -> NotationError {
        NotationError(code, text.string, part: part, readings: readings, reason)
    }

    private var letterName: String { String(decoding: CollectionOfOne(letter), as: UTF8.self) }

    /// Which polar grid is meant.
    private var polarHemisphere: Bool {
        get throws(NotationError) {
            if zone != nil {
                throw error(
                    .contradiction, .zone, "has a zone, which the polar grid UPS has not")
            }
            if let isNorth { return isNorth }
            switch letter {
            case 0x4E, 0x59, 0x5A: return true
            case 0x53, 0x41, 0x42: return false
            default:
                throw error(
                    .notAPosition, .band,
                    "does not say which polar grid, expected north, south, A, B, Y or Z")
            }
        }
    }

    /// That A and Y are west of the meridian of Greenwich and its antimeridian, B and Z east.
    private func checkPolarHalf(_ place: GridPlace) throws(NotationError) {
        guard LatitudeBand.isPolar(letter) else { return }
        let isWest = letter == 0x41 || letter == 0x59
        if isWest != (place.easting < 2_000_000) {
            throw error(
                .contradiction, .band,
                "has the letter \(letterName), but an easting \(isWest ? "east" : "west") of the "
                    + "meridian")
        }
    }

    private func zonePlace(
        _ easting: WrittenNumber, _ northing: WrittenNumber
    ) throws(NotationError) -> GridPlace {
        guard let zone, (1...60).contains(zone) else {
            throw error(
                .outOfRange, .zone, "has the zone \(zone ?? 0); zones go from 1 to 60")
        }
        if let isNorth { return try checked(zone, isNorth, easting, northing) }
        if letter == 0 {
            throw error(
                .ambiguous, .band, readings: readings(zone, easting, northing),
                "does not say whether zone \(zone) is meant north or south of the equator; write "
                    + "north or south after the zone")
        }
        guard LatitudeBand.isOfZone(letter) else {
            throw error(
                .noSuchSquare, .band,
                "has the letter \(letterName) after its zone, expected a band from C to X without I "
                    + "and O, north or south")
        }
        // N is the band north of the equator, and north.
        if letter == 0x4E { return try checked(zone, true, easting, northing) }
        if letter == 0x53 { return try southOrBand(zone, easting, northing) }
        let place = try checked(zone, letter > 0x4E, easting, northing)
        if !isInBand(place) {
            let latitude = place.onGlobe?.position.latitude ?? .nan
            throw error(
                .contradiction, .band,
                "has the band \(letterName) (\(bandWords)), but its northing lies at latitude "
                    + "\(latitude.fixed(2))")
        }
        return place
    }

    /// S is the band from 32 to 40 degrees north, and the southern hemisphere.
    private func southOrBand(
        _ zone: Int, _ easting: WrittenNumber, _ northing: WrittenNumber
    ) throws(NotationError) -> GridPlace {
        let inBand = try? checked(zone, true, easting, northing)
        guard let inBand, isInBand(inBand) else {
            return try checked(zone, false, easting, northing)
        }
        throw error(
            .ambiguous, .band, readings: readings(zone, easting, northing),
            "can be read as zone \(zone) in band S, north of the equator, or as zone \(zone) south of "
                + "it; write north or south after the zone")
    }

    private func readings(
        _ zone: Int, _ easting: WrittenNumber, _ northing: WrittenNumber
    ) -> [String] {
        ["north", "south"].map { "\(zone) \($0) \(written(easting)) \(written(northing))" }
    }

    private func written(_ number: WrittenNumber) -> String {
        text.part(number.start, number.end).string
    }

    private var bandWords: String {
        let band = LatitudeBand.latitudes(letter)
        func word(_ latitude: Double) -> String {
            "\(Int(latitude.magnitude))" + (latitude < 0 ? " south" : latitude > 0 ? " north" : "")
        }
        return "latitudes \(word(band.lowerBound)) to \(word(band.upperBound))"
    }

    /// Whether a place lies in the band of the letter, with a metre of room for rounded northings
    /// and half a degree where UTM overlaps with UPS.
    private func isInBand(_ place: GridPlace) -> Bool {
        guard let latitude = place.onGlobe?.position.latitude else { return false }
        let band = LatitudeBand.latitudes(letter)
        let south = band.lowerBound - (letter == 0x43 ? 0.5 : 1e-5)
        let north = band.upperBound + (letter == 0x58 ? 0.5 : 1e-5)
        return latitude >= south && latitude <= north
    }

    /// The place, if both numbers are in the range of their grid.
    private func checked(
        _ zone: Int, _ isNorth: Bool, _ easting: WrittenNumber, _ northing: WrittenNumber
    ) throws(NotationError) -> GridPlace {
        let (x, y) = (easting.value(text), northing.value(text))
        let eastings = Self.eastings(zone, isNorth)
        let northings = Self.northings(zone, isNorth)
        let exchanged =
            eastings.contains(y) && northings.contains(x)
            ? "; exchanged, the numbers would be in range" : ""
        func refuse(
            _ part: NotationError.Part, _ number: WrittenNumber, _ range: ClosedRange<Double>
        ) -> NotationError {
            error(
                .outOfRange, part,
                "has the \(part.rawValue) \(written(number)), expected "
                    + "\(Int(range.lowerBound)) to \(Int(range.upperBound)) m\(exchanged)")
        }
        guard eastings.contains(x) else { throw refuse(.easting, easting, eastings) }
        guard northings.contains(y) else { throw refuse(.northing, northing, northings) }
        return GridPlace(zone: Int32(zone), isNorth: isNorth, easting: x, northing: y)
    }

    // What UTMUPS::Reverse of GeographicLib takes, without continuing over the equator.
    private static func eastings(_ zone: Int, _ isNorth: Bool) -> ClosedRange<Double> {
        if zone != 0 { return 0...1_000_000 }
        return isNorth ? 1_200_000...2_800_000 : 700_000...3_300_000
    }

    private static func northings(_ zone: Int, _ isNorth: Bool) -> ClosedRange<Double> {
        if zone == 0 { return eastings(zone, isNorth) }
        return isNorth ? 0...9_600_000 : 900_000...10_000_000
    }
}
