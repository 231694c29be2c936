import Datums
import Geodesy
import GeoJSONText
import Notations
import Zones

/// Reads positions that people wrote, one text or two, with what their digits leave open.
///
/// The one place where the text of a report becomes a position.
package struct PositionText {
    /// What was read.
    package struct Found {
        package let position: Coordinate
        /// How far from it the place that was meant may lie.
        package fileprivate(set) var bound: Distance
        /// How it was written; `nil` for a Point in GeoJSON.
        package let notation: Notation?
        /// Whether the text itself says how large its error may be.
        var saysBound = false
        /// Why the error that it says is not known, behind the name of what it stands in.
        var note: String?
        /// All places that may be meant, where more is known of them than the bound.
        var footprint: Footprint?
        /// Whether the text is a geometry that is no point.
        var isGeometry = false
        /// Why such a geometry is no region; the bound is then NaN.
        var fault: String?
    }

    /// Why there is no position.
    package struct Fault: Error {
        /// What was found and what was expected.
        package let sentence: String
    }

    private let rule: PrecisionRule
    /// What takes positions to WGS 84; `nil` where they are on it.
    let datum: DatumTransform?
    /// The decimal sign of the numbers of a pair; `nil` where each of them tells its own.
    private let sign: DecimalSign?
    /// What numbers parted by white space are, and what the last of them says of the error.
    private let numbers: PositionNumbers?
    /// The places of which the text is a name; `nil` where it is a position itself.
    private let places: Gazetteer?
    private let measure: UncertaintyMeasure?
    /// Whether nobody asks of what form the places are that may be meant.
    private let wantsDiscs: Bool
    /// What of a geometry the object takes up.
    private let meaning: Footprint.Meaning

    /// What reads positions whose digits leave open what the rule says, in the system that the transform comes
    /// from.
    package init(_ rule: PrecisionRule, _ datum: DatumTransform? = nil) {
        var fields = FieldNames()
        fields.precision = rule
        self.init(fields, datum)
    }

    /// What reads positions of the records of a file.
    init(_ fields: FieldNames) { self.init(fields, fields.datum) }

    /// The same of those that are in another system.
    init(_ fields: FieldNames, _ datum: DatumTransform?) {
        (rule, sign) = (fields.precision, fields.decimalSign)
        self.datum = datum
        (numbers, measure) = (fields.positionNumbers, fields.measure)
        (wantsDiscs, meaning) = (
            !fields.wantsFootprints, fields.geometryMeans ?? .allOfIt
        )
        places = fields.positionIsPlace ? fields.places : nil
    }

    /// Whether numbers in decimal degrees are exact and on WGS 84, so that they may be read as such.
    var takesNumbersAsExact: Bool { rule.decimals == .exact && datum == nil }

    /// The system whose positions are two numbers and no angles, if that is how they are written.
    private var numberSystem: ReferenceSystem? {
        guard let system = datum?.system, !system.isInDegrees else { return nil }
        return system
    }

    /// A position from one text in any notation, or a Point in GeoJSON.
    func whole(_ bytes: UnsafeRawBufferPointer) throws(Fault) -> Found {
        if let places {
            return try place(named: String(decoding: bytes, as: UTF8.self), in: places)
        }
        if !wantsDiscs, let geometry = ReportedGeometry(text: bytes) {
            return try found(geometry)
        }
        if Self.mayBeOneNumber(bytes) {
            throw Fault(
                sentence:
                    "'\(String(shown: bytes, limit: 80))' may be one number with a decimal comma, or two "
                    + "whole ones; expected two numbers with a space between, or two columns")
        }
        if let system = numberSystem {
            let numbers = try SystemNumbers.pair(in: bytes, system)
            return try place(numbers.x, numbers.y)
        }
        if let found = numbers?.read(bytes), found.position.isValid {
            let moved = try numbers(x: found.position.longitude, y: found.position.latitude)
            var result = Found(
                position: moved.position, bound: moved.bound, notation: nil,
                saysBound: found.uncertainty != nil)
            guard let text = found.uncertainty else { return result }
            let measure = measure ?? .metres
            let bound = measure.bound(text, found.sign)
            result.bound = result.bound + (bound ?? .metres(.nan))
            if bound == nil {
                result.note =
                    "has the uncertainty '\(String(shown: text, limit: 80))', expected \(measure.expected)"
            }
            return result
        }
        if bytes.first == UInt8(ascii: "{"), let point = Self.geoJSON(bytes) {
            if datum != nil { return try numbers(x: point.longitude, y: point.latitude) }
            return Found(position: point, bound: .zero, notation: nil)
        }
        let written: WrittenPosition
        do throws(NotationError) {
            written = try WrittenPosition(bytes)
        } catch {
            throw Fault(sentence: error.description)
        }
        if let datum {
            try SystemNumbers.checkOwnSystem(bytes, written.notation, datum.system)
        }
        let found = try found(written)
        if written.notation == .decimalDegrees, numbers?.mayHoldMore(bytes) == true {
            return Found(
                position: found.position, bound: .metres(.nan), notation: found.notation,
                saysBound: true,
                note:
                    "is '\(String(shown: bytes, limit: 80))', of which the uncertainty cannot be told; "
                    + "expected numbers parted by spaces")
        }
        return found
    }

    /// Whether a text is digits with one comma between, as `48,5` is in a column that has one half of a position.
    ///
    /// More than three digits behind it are no degrees, and metres have no such fractions.
    private static func mayBeOneNumber(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.contains(UInt8(ascii: ",")) else { return false }
        var text = String(decoding: bytes, as: UTF8.self).trimmingSpaces[...]
        if text.first == "-" || text.first == "+" { text.removeFirst() }
        let parts = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1].count <= 3
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
            }
    }

    /// The place of that name.
    private func place(named name: String, in places: Gazetteer) throws(Fault) -> Found {
        let found = places.places(named: name)
        guard let place = found.first else {
            throw Fault(
                sentence: name.allSatisfy(\.isWhitespace)
                    ? "is empty, expected the name of a place"
                    : "'\(String(shown: name, limit: 80))' is no place of the gazetteer"
                        + places.hint(for: name))
        }
        guard found.count == 1 else {
            throw Fault(
                sentence:
                    "'\(String(shown: name, limit: 80))' is the name of \(found.count) places of the "
                    + "gazetteer, its records "
                    + found.prefix(5).map { $0.record.grouped }.joined(separator: " and ")
                    + "; expected one")
        }
        return Found(
            position: place.disc.centre, bound: place.disc.radius, notation: nil, saysBound: true,
            footprint: place.outline)
    }

    /// A position from a longitude and a latitude, each with its side where a column of its own has it.
    func pair(
        longitude: UnsafeRawBufferPointer, latitude: UnsafeRawBufferPointer,
        sides: (longitude: Hemisphere?, latitude: Hemisphere?) = (nil, nil)
    ) throws(Fault) -> Found {
        if let system = numberSystem {
            if sides.longitude != nil || sides.latitude != nil {
                throw Fault(
                    sentence:
                        "a hemisphere stands beside the numbers of \(system.label), expected an "
                        + "easting and a northing alone")
            }
            let wantsHalf = rule.decimals != .exact
            return try place(
                SystemNumbers.number(longitude, isX: true, system, sign, wantsHalf: wantsHalf),
                SystemNumbers.number(latitude, isX: false, system, sign, wantsHalf: wantsHalf))
        }
        if let sign {
            for (name, text) in [("longitude", longitude), ("latitude", latitude)]
            where sign.isContradicted(by: text) {
                throw Fault(sentence: sign.contradiction(name, text))
            }
        }
        let x: WrittenAngle
        do throws(NotationError) {
            x = try WrittenAngle.longitude(longitude, hemisphere: sides.longitude)
        } catch {
            throw Fault("longitude", "38°17'E", error)
        }
        let y: WrittenAngle
        do throws(NotationError) {
            y = try WrittenAngle.latitude(latitude, hemisphere: sides.latitude)
        } catch {
            throw Fault("latitude", "48°27'N", error)
        }
        return try found(WrittenPosition(latitude: y, longitude: x))
    }

    /// A position from one text, or from a longitude and a latitude.
    package func read(_ texts: [String]) throws(Fault) -> Found {
        let first = texts.first ?? ""
        guard texts.count == 2 else {
            return try first.withBytes { bytes throws(Fault) in try whole(bytes) }
        }
        return try first.withBytes { longitude throws(Fault) in
            try texts[1].withBytes { latitude throws(Fault) in
                try pair(longitude: longitude, latitude: latitude)
            }
        }
    }

    /// A position from two numbers of the other system that a program wrote.
    package func numbers(x: Double, y: Double) throws(Fault) -> Found {
        try moved(x, y, bound: .zero, notation: nil)
    }

    private func place(
        _ x: SystemNumbers.Number, _ y: SystemNumbers.Number
    ) throws(Fault) -> Found {
        let bound: Distance
        if rule.decimals == .exact {
            bound = .zero
        } else {
            bound = .metres(
                (x.half.metres * x.half.metres + y.half.metres * y.half.metres).squareRoot())
        }
        return try moved(x.value, y.value, bound: bound, notation: nil)
    }

    private func found(_ written: WrittenPosition) throws(Fault) -> Found {
        guard datum == nil, !wantsDiscs else {
            let disc = written.disc(rule)
            return try moved(
                disc.centre.longitude, disc.centre.latitude, bound: disc.bound,
                notation: written.notation)
        }
        let (disc, footprint) = written.region(rule)
        return Found(
            position: disc.centre, bound: disc.bound, notation: written.notation,
            footprint: footprint)
    }

    /// A geometry as a region, whose position is the middle of its extent; of one that is no region, its first
    /// vertex.
    func found(_ geometry: ReportedGeometry) throws(Fault) -> Found {
        func unusable(_ position: Coordinate, _ reason: String) -> Found {
            Found(
                position: position, bound: .metres(.nan), notation: nil, isGeometry: true,
                fault: "cannot be used as a region: " + reason)
        }
        if let datum, !(datum.system.isWGS84 && datum.system.isInDegrees),
            let first = geometry.first
        {
            return unusable(
                try numbers(x: first.longitude, y: first.latitude).position,
                "its edges are straight in \(datum.system.label), expected longitudes and latitudes on "
                    + "WGS 84; convert the file first, for example with ogr2ogr -t_srs EPSG:4326")
        }
        guard let first = geometry.firstOnGlobe else {
            if let fault = geometry.fault { throw Fault(sentence: "is no geometry: " + fault) }
            guard let first = geometry.first else {
                throw Fault(sentence: "is an empty geometry, expected one with a position")
            }
            throw Fault(
                sentence: "has no vertex on the globe: "
                    + (PositionFault.sentence(
                        longitude: "\(first.longitude)", latitude: "\(first.latitude)", first) ?? "")
            )
        }
        if let fault = geometry.fault { return unusable(first, fault) }
        do throws(FootprintError) {
            let footprint = try geometry.footprint(meaning)
            let circle = footprint.enclosingCircle
            return Found(
                position: circle.centre, bound: circle.radius, notation: nil, footprint: footprint,
                isGeometry: true)
        } catch {
            return unusable(first, "\(error)")
        }
    }

    /// By how much a length on another ellipsoid, or in a grid, may be longer on WGS 84: ellipsoids differ by
    /// less than a thousandth.
    private static let stretch = 1.001

    /// A position of the other system on WGS 84, with what is known of the way there.
    private func moved(
        _ x: Double, _ y: Double, bound: Distance, notation: Notation?
    ) throws(Fault) -> Found {
        guard let datum else {
            return Found(
                position: Coordinate(longitude: x, latitude: y), bound: bound, notation: notation)
        }
        do throws(DatumError) {
            let found = try datum.transform(x: x, y: y)
            return Found(
                position: found.position, bound: bound * Self.stretch + found.accuracy,
                notation: notation)
        } catch {
            throw Fault(sentence: error.sentence)
        }
    }

    private static func geoJSON(_ bytes: UnsafeRawBufferPointer) -> Coordinate? {
        do throws(JSONFault) {
            return try GeoJSONGeometries(Array(bytes)).point()
        } catch {
            return nil
        }
    }
}

extension PositionText.Fault {
    fileprivate init(_ name: String, _ example: String, _ error: NotationError) {
        if error.text.isEmpty {
            sentence = "\(name) is empty, expected a number in degrees"
        } else if error.code == .notAPosition {
            sentence =
                "\(name) '\(String(shown: error.text, limit: 80))' is not a number in degrees, such as "
                + "34.585, nor an angle such as \(example)"
        } else {
            sentence = "\(name) \(error.description)"
        }
    }
}

extension String {
    /// Calls with the bytes of the text in UTF-8.
    func withBytes<Value>(
        _ body: (UnsafeRawBufferPointer) throws(PositionText.Fault) -> Value
    ) throws(PositionText.Fault) -> Value {
        var text = self
        let result = text.withUTF8 { bytes -> Result<Value, PositionText.Fault> in
            do throws(PositionText.Fault) {
                return .success(try body(UnsafeRawBufferPointer(bytes)))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
