import Geodesy
import GeoJSONText
import Notations

/// Reads positions that people wrote, one text or two, with what their digits leave open.
///
/// The one place where the text of a report becomes a position.
struct PositionText {
    /// What was read.
    struct Found {
        let position: Coordinate
        /// How far from it the place that was meant may lie.
        let bound: Distance
        /// How it was written; `nil` for a Point in GeoJSON.
        let notation: Notation?
    }

    /// Why there is no position.
    struct Fault: Error {
        let sentence: String
    }

    private let rule: PrecisionRule

    init(_ rule: PrecisionRule) { self.rule = rule }

    /// Whether numbers in decimal degrees are exact, so that they may be read as such.
    var takesNumbersAsExact: Bool { rule.decimals == .exact }

    /// A position from one text in any notation, or a Point in GeoJSON.
    func whole(_ bytes: UnsafeRawBufferPointer) throws(Fault) -> Found {
        if bytes.first == UInt8(ascii: "{"), let point = Self.geoJSON(bytes) {
            return Found(position: point, bound: .zero, notation: nil)
        }
        do throws(NotationError) {
            return found(try WrittenPosition(bytes))
        } catch {
            throw Fault(sentence: error.description)
        }
    }

    /// A position from a longitude and a latitude, each with its side where a column of its own has it.
    func pair(
        longitude: UnsafeRawBufferPointer, latitude: UnsafeRawBufferPointer,
        sides: (longitude: Hemisphere?, latitude: Hemisphere?) = (nil, nil)
    ) throws(Fault) -> Found {
        let x: WrittenAngle
        do throws(NotationError) {
            x = try WrittenAngle.longitude(longitude, hemisphere: sides.longitude)
        } catch {
            throw Fault("longitude", "38°17'E", error)
        }
        do throws(NotationError) {
            let y = try WrittenAngle.latitude(latitude, hemisphere: sides.latitude)
            return found(WrittenPosition(latitude: y, longitude: x))
        } catch {
            throw Fault("latitude", "48°27'N", error)
        }
    }

    /// A position from one text, or from a longitude and a latitude.
    func read(_ texts: [String]) throws(Fault) -> Found {
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

    private func found(_ written: WrittenPosition) -> Found {
        let disc = written.disc(rule)
        return Found(position: disc.centre, bound: disc.bound, notation: written.notation)
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
