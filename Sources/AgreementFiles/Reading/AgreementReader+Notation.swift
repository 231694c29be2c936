import Agreements
import Geodesy
import Notations

/// Positions in other notations than a list of two numbers. In an agreement each names a point.
extension AgreementReader {
    /// Whether a text is a position, or is one with a fault, and no name of a line or file.
    static func isWrittenPosition(_ text: String) -> Bool {
        do throws(NotationError) {
            _ = try WrittenPosition(text)
            return true
        } catch {
            return error.code != .notAPosition && text.count(where: \.isNumber) >= 4
        }
    }

    /// Whether a text is one angle, whatever else it may be: `38,29` might be two numbers.
    static func isAlsoAngle(_ text: String) -> Bool {
        (try? WrittenAngle.longitude(text)) != nil || (try? WrittenAngle.latitude(text)) != nil
    }

    /// A position from a text in a notation that says which of its numbers is which; notes anything else.
    mutating func writtenPosition(
        _ text: String, _ node: YAMLNode, _ what: String, in system: GivenSystem?
    ) -> Coordinate? {
        if let system, !system.system.isInDegrees {
            _ = refuseForeign(text, nil, in: system, node, what)
            return nil
        }
        do throws(NotationError) {
            let written = try WrittenPosition(text)
            if let system, refuseForeign(text, written.notation, in: system, node, what) {
                return nil
            }
            if written.notation == .decimalDegrees, !Self.namesItsNumbers(text) {
                let found = written.coordinate
                refuse(
                    node.mark,
                    "\(what): '\(text)' leaves open which number is the longitude; write it as "
                        + "[\(found.longitude), \(found.latitude)], longitude first, if it is latitude and "
                        + "longitude, as [\(found.latitude), \(found.longitude)] if not")
                return nil
            }
            if case .cell(let side) = written.extent, side >= .kilometres(1) {
                warn(
                    node.mark,
                    "\(what): '\(text)' is a cell of \(side.description); in an agreement it names a point, "
                        + "the cell's south-west corner [\(written.coordinate)]")
            }
            return written.coordinate
        } catch {
            refuse(node.mark, "\(what): \(error.description)")
            return nil
        }
    }

    /// Whether a text has letters, or is well-known text, whose order is known.
    private static func namesItsNumbers(_ text: String) -> Bool { text.contains(where: \.isLetter) }

    /// A position from two angles of which one is no plain number: longitude first, or in the order that
    /// their letters tell.
    mutating func writtenPair(_ texts: [String], _ nodes: [YAMLNode], _ what: String) -> Coordinate?
    {
        do throws(NotationError) {
            let (longitude, latitude) = try Self.angles(texts[0], texts[1])
            return WrittenPosition(latitude: latitude, longitude: longitude).coordinate
        } catch {
            let isSecond = error.text == texts[1]
            refuse(
                nodes[isSecond ? 1 : 0].mark,
                "\(what): the \(isSecond ? "latitude" : "longitude") of a position: \(error.description)"
            )
            return nil
        }
    }

    private static func angles(
        _ first: String, _ second: String
    ) throws(NotationError) -> (longitude: WrittenAngle, latitude: WrittenAngle) {
        let fault: NotationError
        do throws(NotationError) {
            return (try WrittenAngle.longitude(first), try WrittenAngle.latitude(second))
        } catch {
            fault = error
        }
        if let latitude = try? WrittenAngle.latitude(first), latitude.hasHemisphere,
            let longitude = try? WrittenAngle.longitude(second), longitude.hasHemisphere
        {
            return (longitude, latitude)
        }
        throw fault
    }
}
