import Geodesy
import Zones

/// Why members name no region.
struct RegionFault: Error {
    /// What was found and what was expected.
    let sentence: String

    init(_ sentence: String) { self.sentence = sentence }
}

/// Reads the members of one record that say of which form its region is.
struct RegionReading<Form: RecordForm> {
    /// A region, and how far beyond it the object may be.
    struct Found {
        var footprint: Footprint
        var beyond: Distance
        /// The position of a report of such a region.
        var position: Coordinate
    }

    private typealias Part = FootprintFields.Part

    private let form: Form
    private let bytes: UnsafeRawBufferPointer
    private let fields: FootprintFields
    private let first: Int

    /// - Parameter first: the index of the first of the members in `FieldNames.wanted`.
    init(
        _ form: Form, _ bytes: UnsafeRawBufferPointer, _ fields: FootprintFields, first: Int
    ) {
        (self.form, self.bytes, self.fields, self.first) = (form, bytes, fields, first)
    }

    /// The level of a circle or an ellipse; `nil` where none is given.
    func level() throws(RegionFault) -> Footprint.Level? {
        guard isGiven(.level) else { return nil }
        guard case .text(let text) = value(.level) else {
            throw RegionFault(
                shown(.level)
                    + ", expected bound, CEP, CE90, CE95, 1 sigma, 2DRMS or a percentage such as 95 %"
            )
        }
        do throws(FootprintError) {
            return try Footprint.Level(text)
        } catch {
            throw RegionFault("\(shown(.level)): \(error)")
        }
    }

    /// The region that has one of these forms; `nil` where none of its members is given.
    ///
    /// - Parameters:
    ///   - place: the position, with all that is known of its error.
    ///   - error: how far an ellipse about it may be off.
    ///   - level: the level that the record states, if any.
    func region(
        about place: Disc, error: Distance, level: Footprint.Level?
    ) throws(RegionFault) -> Found? {
        let ellipse = [Part.semiMajor, .semiMinor].filter(isGiven)
        let rectangle = [Part.width, .length].filter(isGiven)
        let sector = [Part.bearing, .compass, .range, .rangeMin, .rangeMax].filter(isGiven)
        let given = [ellipse, rectangle, sector].filter { !$0.isEmpty }
        guard let parts = given.first else { return nil }
        if given.count > 1 {
            throw RegionFault(
                shown(given.map { $0[0] })
                    + ", expected one of an ellipse, a rectangle and a sector")
        }
        if let level, level != .bound, ellipse.isEmpty {
            throw RegionFault(
                "\(shown([.level, parts[0]])); a level goes with a circle or an ellipse")
        }
        if !ellipse.isEmpty {
            return Found(
                footprint: try self.ellipse(about: place.centre, level ?? .bound), beyond: error,
                position: place.centre)
        }
        if !rectangle.isEmpty {
            return Found(
                footprint: try self.rectangle(about: place.centre), beyond: place.radius,
                position: place.centre)
        }
        return try self.sector(from: place)
    }

    /// The heading of a pixel; `nil` where none is given.
    func heading() throws(RegionFault) -> Azimuth? {
        isGiven(.heading) ? try direction(.heading) : nil
    }

    private func ellipse(
        about place: Coordinate, _ level: Footprint.Level
    ) throws(RegionFault) -> Footprint {
        let major = try length(.semiMajor, beside: .semiMinor)
        let minor = try length(.semiMinor, beside: .semiMajor)
        guard minor <= major else {
            throw RegionFault(
                "\(shown([.semiMinor, .semiMajor])), expected the longer of both axes in "
                    + "'\(name(.semiMajor))'")
        }
        // A circle lies in every direction.
        let azimuth =
            major == minor && !isGiven(.azimuth)
            ? Azimuth(degrees: 0) : try direction(.azimuth, beside: .semiMajor)
        return try footprint([.semiMajor, .semiMinor]) { () throws(FootprintError) in
            try .ellipse(
                about: place, semiMajor: major, semiMinor: minor, azimuth: azimuth, level: level)
        }
    }

    private func rectangle(about place: Coordinate) throws(RegionFault) -> Footprint {
        let width = try length(.width, beside: .length)
        let length = try length(.length, beside: .width)
        let heading = try heading() ?? Azimuth(degrees: 0)
        return try footprint([.width, .length]) { () throws(FootprintError) in
            try .rectangle(about: place, width: width, length: length, heading: heading)
        }
    }

    private func sector(from place: Disc) throws(RegionFault) -> Found {
        let direction = try seenDirection()
        let (nearest, farthest) = try ranges()
        let parts = [Part.bearing, .compass, .range, .rangeMin, .rangeMax].filter(isGiven)
        do throws(FootprintError) {
            let region = try SeenRegion(
                from: place, direction: direction, nearest: nearest, farthest: farthest)
            return Found(
                footprint: region.footprint, beyond: region.beyond, position: region.position)
        } catch {
            throw RegionFault("\(shown(parts)): \(error)")
        }
    }

    /// The direction of a sector; `nil` for any.
    private func seenDirection() throws(RegionFault) -> SeenRegion.Direction? {
        if isGiven(.bearing), isGiven(.compass) {
            throw RegionFault(
                "\(shown([.bearing, .compass])), expected a direction in one of both")
        }
        if isGiven(.compass) {
            guard case .text(let text) = value(.compass),
                let isKnown = SectorText.direction(text)
            else {
                throw RegionFault(
                    "\(shown(.compass)), expected one of the 16 points of the compass such as NNW")
            }
            return isKnown.map {
                SeenRegion.Direction(
                    bearing: $0.azimuth, eitherWay: Angle(degrees: CompassPoint.halfWidth))
            }
        }
        guard isGiven(.bearing) else {
            let part = [Part.range, .rangeMin, .rangeMax].first(where: isGiven) ?? .range
            throw RegionFault(
                "\(shown(part)), expected a direction in '\(name(.bearing))' or '\(name(.compass))' "
                    + "beside it")
        }
        let bearing = try direction(.bearing)
        let error = try number(.bearingError, "a number of degrees of 0 to 180", beside: .bearing)
        guard (0...180).contains(error) else {
            throw RegionFault(
                "\(shown(.bearingError)), expected a number of degrees of 0 to 180")
        }
        return SeenRegion.Direction(bearing: bearing, eitherWay: Angle(degrees: error))
    }

    /// The least and the greatest distance of a sector.
    private func ranges() throws(RegionFault) -> (Distance, Distance) {
        let ends = [Part.rangeMin, .rangeMax].filter(isGiven)
        if isGiven(.range), let end = ends.first {
            throw RegionFault(
                "\(shown([.range, end])), expected one range or its least and greatest")
        }
        if isGiven(.range) {
            let range = try length(.range)
            let error = try length(.rangeError, beside: .range)
            return (.metres(max(0, (range - error).metres)), range + error)
        }
        guard !ends.isEmpty else {
            let part: Part = isGiven(.bearing) ? .bearing : .compass
            throw RegionFault(
                "\(shown(part)), expected a distance in '\(name(.range))', or in '\(name(.rangeMin))' and "
                    + "'\(name(.rangeMax))', beside it")
        }
        let nearest = try length(.rangeMin, beside: .rangeMax)
        let farthest = try length(.rangeMax, beside: .rangeMin)
        guard nearest <= farthest else {
            throw RegionFault(
                "\(shown([.rangeMin, .rangeMax])), expected the lesser of both in '\(name(.rangeMin))'"
            )
        }
        return (nearest, farthest)
    }

    private func footprint(
        _ parts: [Part], _ make: () throws(FootprintError) -> Footprint
    ) throws(RegionFault) -> Footprint {
        do throws(FootprintError) {
            return try make()
        } catch {
            throw RegionFault("\(shown(parts)): \(error)")
        }
    }

    private func length(_ part: Part, beside other: Part? = nil) throws(RegionFault) -> Distance {
        let unit = fields.unit(part)
        let expected =
            unit == .metres(1)
            ? "a number of metres of 0 or more"
            : "a number of 0 or more, of \(ValueCode.folded(unit.metres)) m each"
        let number = try number(part, expected, beside: other)
        guard number >= 0 else { throw RegionFault("\(shown(part)), expected \(expected)") }
        return unit * number
    }

    /// A direction, clockwise from north; those of half a turn to the west may be negative.
    private func direction(_ part: Part, beside other: Part? = nil) throws(RegionFault) -> Azimuth {
        let expected = "a direction of 0 to 360 degrees from north"
        let number = try number(part, expected, beside: other)
        guard (-180...360).contains(number) else {
            throw RegionFault("\(shown(part)), expected \(expected)")
        }
        return Azimuth(degrees: number)
    }

    private func number(
        _ part: Part, _ expected: String, beside other: Part?
    ) throws(RegionFault) -> Double {
        guard isGiven(part) else {
            throw RegionFault(
                "'\(name(part))' is missing"
                    + (other.map { " beside '\(name($0))'" } ?? "") + ", expected \(expected)")
        }
        guard let number = form.number(first + part.rawValue, bytes), number.isFinite else {
            throw RegionFault("\(shown(part)), expected \(expected)")
        }
        return number
    }

    private func value(_ part: Part) -> FieldValue { form.value(first + part.rawValue, bytes) }

    private func name(_ part: Part) -> String { form.name(first + part.rawValue) }

    /// Whether something stands there; spreadsheets leave spaces.
    private func isGiven(_ part: Part) -> Bool {
        switch value(part) {
        case .absent: false
        case .text(let text): !text.allSatisfy(\.isWhitespace)
        case .unusable: true
        }
    }

    private func shown(_ part: Part) -> String { "'\(name(part))' is \(value(part).words)" }

    private func shown(_ parts: [Part]) -> String {
        parts.map { shown($0) }.joined(separator: " and ")
    }
}
