import Agreements
import Datums
import Geodesy
import Notations

/// Coordinates that are not on WGS 84.
extension AgreementReader {
    /// What was said of the system of a line's or zone's coordinates.
    enum SystemReading {
        /// Nothing: they are on WGS 84.
        case none
        case given(GivenSystem)
        /// Something that cannot be used, which was noted.
        case unusable

        var system: GivenSystem? { if case .given(let system) = self { system } else { nil } }
        /// By how much the way to WGS 84 widens what was read so far.
        var accuracy: Distance { system?.accuracy ?? .zero }
        /// What joins the vertices of an area of which nothing is said.
        ///
        /// The straight lines of a grid are nearer to geodesics than to lines that are straight in longitude
        /// and latitude.
        var edgesOfAreas: EdgeKind { system?.system.isProjected == true ? .geodesic : .planar }
    }

    /// The text of the keys by which coordinates come to WGS 84.
    struct PlacingKeys: Hashable {
        let crs: String
        let operation: String?
        let allowance: Distance?
    }

    /// The system in which the coordinates of a line or zone are written; notes what cannot be used.
    mutating func system(_ fields: Fields, _ what: String) -> SystemReading {
        guard let node = fields.node("crs") else {
            let stray = fields.present(AgreementKeys.placing)
            for key in stray {
                refuse(
                    fields.keyMark(key),
                    "\(what): '\(key)' goes with 'crs', which names the system of the coordinates")
            }
            return stray.isEmpty ? .none : .unusable
        }
        let before = errors.count
        let crs = text(node, "\(what): crs")
        let operation = fields.node("operation").flatMap { text($0, "\(what): operation") }
        let allowance = fields.node("allow-accuracy").flatMap {
            length($0, "\(what): allow-accuracy")
        }
        guard errors.count == before, let crs else { return .unusable }
        let keys = PlacingKeys(crs: crs, operation: operation, allowance: allowance)
        if let known = transforms[keys] { return .given(GivenSystem(known)) }
        do throws(DatumError) {
            let transform = try DatumTransform(
                from: ReferenceSystem(crs), operation: operation, allowing: allowance)
            transforms[keys] = transform
            return .given(GivenSystem(transform))
        } catch {
            let isOperation = error.code == .unusableOperation && operation != nil
            refuse(
                (isOperation ? fields.node("operation") : node)?.mark,
                "\(what): \(isOperation ? "operation" : "crs"): \(Self.inFile(error))")
            return .unusable
        }
    }

    /// Remembers how the coordinates of a line or zone came to WGS 84, and notes a system that none were in.
    mutating func take(_ reading: SystemReading, _ fields: Fields, _ what: String, _ path: [String])
    {
        guard let system = reading.system else { return }
        guard system.isUsed else {
            refuse(
                fields.keyMark("crs"),
                "\(what) has no coordinates of its own, so that 'crs' has no meaning")
            return
        }
        systems.append(system.written(at: path))
    }

    /// The place of two numbers in a system; notes what is none.
    mutating func place(
        x: Double, y: Double, in system: GivenSystem, _ node: YAMLNode, _ what: String
    ) -> Coordinate? {
        do throws(DatumError) {
            return try system.place(x: x, y: y)
        } catch {
            refuse(node.mark, "\(what): \(Self.inFile(error))")
            return nil
        }
    }

    /// Notes a position that names its own system beside the one that was said, or is no two numbers.
    mutating func refuseForeign(
        _ text: String, _ notation: Notation?, in system: GivenSystem, _ node: YAMLNode,
        _ what: String
    ) -> Bool {
        let label = system.system.label
        if !system.system.isInDegrees {
            refuse(
                node.mark,
                "\(what): '\(text)' is not two numbers of \(label), expected "
                    + (system.system.isProjected
                        ? "[easting, northing]" : "[longitude, latitude] in \(system.system.units)")
            )
            return true
        }
        if text.lowercased().contains("srid")
            || notation?.isGridReference == true && !system.system.isWGS84
        {
            refuse(
                node.mark,
                "\(what): '\(text)' has a system of its own, and 'crs' says \(label); expected "
                    + "longitude and latitude")
            return true
        }
        return false
    }

    /// What is said of a fault in a file, which has keys and no options.
    static func inFile(_ error: DatumError) -> String {
        let key = "'allow-accuracy: 999 m' beside 'crs'"
        let sentence = error.sentence.replacing(
            "as by --allow-accuracy \"999 m\"", with: "as by \(key)")
        guard error.code == .noOperation else { return sentence }
        return sentence
            + "; to use one whose accuracy is not known name the accuracy to be taken, as by \(key)"
    }
}
