internal import CPROJ
import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What computes positions for one thread at a time.
///
/// `@unchecked Sendable`: it is handed from thread to thread, and only the thread that took it out of the
/// pool of `DatumTransform` touches it.
final class DatumEngine: @unchecked Sendable {
    private let system: ReferenceSystem
    private let isPinned: Bool
    private let allowed: Distance?
    /// All operations, for sentences, and those that may be used, in their order.
    private let all: [DatumOperation]
    private let usable: [DatumOperations.Path]
    /// What gave the last position.
    private(set) var lastUsed: DatumUse?
    private var lastPath: Int?

    /// How often that was another than before.
    private(set) var changes = 0

    /// A position, and how far from it the place may lie.
    struct Found {
        let position: Coordinate
        let accuracy: Distance
    }

    /// By how much the way there and back may miss: this, or a part of the accuracy where that is more.
    ///
    /// The inverse of seven parameters is itself off by some centimetres where the rotations are large, as
    /// those of Palestine 1923 are.
    private static let leastMiss = Distance.metres(0.001)
    private static let missOfAccuracy = 0.02

    init(
        _ system: ReferenceSystem, _ pinned: String?, _ allowed: Distance?
    ) throws(DatumError) {
        (self.system, self.allowed, isPinned) = (system, allowed, pinned != nil)
        if let allowed, !allowed.isLength {
            throw DatumError(
                .unusableOperation,
                "the accuracy to be allowed is \(allowed.metres) m, expected a length of at least zero"
            )
        }
        let context = PROJContext()
        var paths = try DatumOperations.paths(from: system, context, isWide: false)
        if system.isWGS84 {
            if let pinned {
                throw DatumError(
                    .unusableOperation,
                    "\(system.label) is on WGS 84 and needs no operation, but "
                        + "'\(ReferenceSystem.shown(pinned))' was asked for; leave it out")
            }
            (all, usable) = (paths.map(\.operation), Array(paths.prefix(1)))
            return
        }
        if let pinned {
            let wanted = pinned.uppercased()
            func isWanted(_ path: DatumOperations.Path) -> Bool { path.keys.contains(wanted) }
            var found = paths.filter(isWanted)
            if found.isEmpty {
                // A plan made years ago may name one that another has superseded since.
                paths = try DatumOperations.paths(from: system, context, isWide: true)
                found = paths.filter(isWanted)
            }
            all = paths.map(\.operation)
            guard let path = found.first else {
                throw DatumError(
                    .unusableOperation,
                    "'\(ReferenceSystem.shown(pinned))' is no operation from \(system.label) to WGS 84; "
                        + DatumOperations.inWords(all))
            }
            if let obstacle = path.operation.obstacle,
                allowed == nil || !Self.canBeAllowed(path.operation)
            {
                throw DatumError(
                    .unusableOperation,
                    "\(path.operation.label) cannot be used: \(obstacle)"
                        + (Self.canBeAllowed(path.operation)
                            ? "; name the accuracy to be taken, as by --allow-accuracy \"999 m\""
                            : ""))
            }
            usable = [path]
            return
        }
        all = paths.map(\.operation)
        usable = paths.filter { path in
            path.operation.obstacle == nil
                || allowed != nil && !path.operation.isBallpark && Self.canBeAllowed(path.operation)
        }
        if usable.isEmpty {
            throw DatumError(
                .noOperation,
                "no operation from \(system.label) to WGS 84 can be used; "
                    + DatumOperations.inWords(all))
        }
    }

    /// Whether nothing but its accuracy stands in the way.
    private static func canBeAllowed(_ operation: DatumOperation) -> Bool {
        operation.missingGrids.isEmpty && operation.isInstantiable
    }

    func transform(x: Double, y: Double) throws(DatumError) -> Found {
        guard x.isFinite, y.isFinite else {
            throw DatumError(
                .notAPosition, "the position in \(system.label) is \(x), \(y), expected two numbers"
            )
        }
        try checkRange(x, y)
        try checkZone(x, y)
        var elsewhere: Coordinate?
        for (k, path) in usable.enumerated() {
            guard let position = position(x, y, by: path) else { continue }
            guard system.isWGS84 || path.operation.holds(at: position) || isPinned && allowed != nil
            else {
                elsewhere = elsewhere ?? position
                continue
            }
            let accuracy = accuracy(of: path.operation, at: position)
            if lastPath != k || lastUsed?.accuracy != accuracy {
                lastPath = k
                lastUsed = DatumUse(operation: path.operation, accuracy: accuracy)
                changes += 1
            }
            return Found(position: position, accuracy: accuracy)
        }
        guard let elsewhere else {
            throw DatumError(
                .notAPosition,
                "\(Self.shown(x)), \(Self.shown(y)) is no position in \(system.label) (\(system.name)), expected "
                    + (system.isProjected ? "easting and northing" : "longitude and latitude")
                    + " in \(system.units)")
        }
        throw DatumError(
            .noOperation,
            "no operation from \(system.label) to WGS 84 can be used at longitude "
                + "\((elsewhere.longitude * 100).rounded() / 100), latitude "
                + "\((elsewhere.latitude * 100).rounded() / 100); "
                + DatumOperations.inWords(isPinned ? usable.map(\.operation) : all, at: elsewhere))
    }

    /// How far off the position may be: what the register says, or what somebody allowed in its place.
    private func accuracy(of operation: DatumOperation, at position: Coordinate) -> Distance {
        if system.isWGS84 { return .zero }
        let allowed = allowed ?? .zero
        guard let known = operation.accuracy, !operation.isBallpark else { return allowed }
        return operation.holds(at: position) ? known : max(known, allowed)
    }

    private func checkRange(_ x: Double, _ y: Double) throws(DatumError) {
        if system.isProjected {
            // A column of degrees read as metres would put every report beside the grid's origin.
            guard x.magnitude <= 180, y.magnitude <= 90 else { return }
            throw DatumError(
                .notAPosition,
                "\(Self.shown(x)), \(Self.shown(y)) look like longitude and latitude in degrees, expected "
                    + "easting and northing of \(system.label) (\(system.name)) in \(system.units)")
        }
        // A quarter of the circle in the system's unit.
        let quarter = (.pi / 2) / system.unitFactor
        guard y.magnitude <= quarter * (1 + 1e-12) else {
            throw DatumError(
                .notAPosition,
                "latitude \(Self.shown(y)) in \(system.label) is not in -\(Self.shown(quarter.rounded()))..."
                    + Self.shown(quarter.rounded())
                    + (max(x.magnitude, y.magnitude) > 4 * quarter
                        ? "; the numbers look like metres of a grid, whose code is to be named"
                        : ""))
        }
        guard x.magnitude <= 2 * quarter * (1 + 1e-12) else {
            throw DatumError(
                .notAPosition,
                "longitude \(Self.shown(x)) in \(system.label) is not in "
                    + "-\(Self.shown((2 * quarter).rounded()))...\(Self.shown((2 * quarter).rounded()))"
            )
        }
    }

    /// Refuses an easting that begins with another zone's number.
    private func checkZone(_ x: Double, _ y: Double) throws(DatumError) {
        guard let zone = system.zone else { return }
        func prefix(_ number: Double) -> Int {
            Int((max(min(number, 1e9), -1e9) / 1e6).rounded(.down))
        }
        let found = prefix(x)
        guard found != zone else { return }
        let expected =
            "in \(system.label) (\(system.name)) eastings begin with \(zone), as in \(zone),500,000"
        let isOther = (1...60).contains(found) && Self.mayBe(easting: x, northing: y, zone: found)
        let isSwapped = prefix(y) == zone && Self.mayBe(easting: y, northing: x, zone: zone)
        let swapped =
            "the easting \(Self.shown(x)) does not begin with the zone, but the northing \(Self.shown(y)) does: they look "
            + "swapped, as X and Y are on maps with Gauss-Kruger grids; \(expected)"
        if isSwapped, !isOther { throw DatumError(.otherZone, swapped) }
        guard found >= 1, found <= 60 else {
            throw DatumError(
                .otherZone, "the easting \(Self.shown(x)) does not begin with a zone; \(expected)")
        }
        let fitting = sibling(zone: found).map { "; \($0.label) (\($0.name)) would fit" } ?? ""
        throw DatumError(
            .otherZone,
            "the easting \(Self.shown(x)) is one of zone \(found), and \(expected)\(fitting)"
                + (isSwapped
                    ? "; or the northing \(Self.shown(y)) is the easting, and they are swapped"
                    : ""))
    }

    /// Whether a position can be of a zone with such a number: no zone is wider than 6 degrees, and a grid is used
    /// half a degree beyond its own.
    private static func mayBe(easting: Double, northing: Double, zone: Int) -> Bool {
        let degree = 111_700.0
        guard northing.magnitude <= 90 * degree else { return false }
        let half = 3.5 * degree * cos(northing / degree * .pi / 180)
        return (easting - Double(zone) * 1e6 - 5e5).magnitude <= half
    }

    /// The grid of the same row of codes whose eastings begin with such a number.
    private func sibling(zone: Int) -> ReferenceSystem? {
        guard let own = system.zone, let code = system.code,
            let colon = code.lastIndex(of: ":"), let number = Int(code[code.index(after: colon)...])
        else { return nil }
        let other = "\(code[...colon])\(number + zone - own)"
        do throws(DatumError) {
            let found = try ReferenceSystem(other)
            // The name tells the datum: Pulkovo 1942 / Gauss-Kruger zone 7.
            let datum = system.name.prefix { $0 != "/" }
            return found.zone == zone && found.name.hasPrefix(datum) ? found : nil
        } catch {
            return nil
        }
    }

    /// A number in a sentence: whole ones without a point.
    private static func shown(_ number: Double) -> String {
        Int(exactly: number).map { "\($0)" } ?? "\(number)"
    }

    /// The position by an operation; `nil` where that gives none, or one that does not lead back.
    private func position(_ x: Double, _ y: Double, by path: DatumOperations.Path) -> Coordinate? {
        let handle = path.transform.handle
        // HUGE_VAL in all parts on error, both ways.
        proj_errno_reset(handle)
        let there = proj_trans(handle, PJ_FWD, proj_coord(x, y, 0, .infinity))
        var (longitude, latitude) = (there.xy.x, there.xy.y)
        guard longitude.isFinite, latitude.isFinite, latitude.magnitude <= 90,
            longitude.magnitude <= 540
        else { return nil }
        proj_errno_reset(handle)
        let back = proj_trans(handle, PJ_INV, proj_coord(longitude, latitude, 0, .infinity))
        proj_errno_reset(handle)
        guard back.xy.x.isFinite, back.xy.y.isFinite else { return nil }
        let most = max(
            Self.leastMiss, (path.operation.accuracy ?? allowed ?? .zero) * Self.missOfAccuracy)
        guard miss(x, y, back.xy.x, back.xy.y) <= most else { return nil }
        if longitude > 180 { longitude -= 360 }
        if longitude < -180 { longitude += 360 }
        let position = Coordinate(longitude: longitude, latitude: latitude)
        return position.isValid ? position : nil
    }

    /// How far apart two places of the system lie, about.
    private func miss(_ x: Double, _ y: Double, _ x2: Double, _ y2: Double) -> Distance {
        var dx = x2 - x
        let dy = y2 - y
        guard !system.isProjected else {
            return .metres((dx * dx + dy * dy).squareRoot() * system.unitFactor)
        }
        let circle = 2 * .pi / system.unitFactor
        dx -= (dx / circle).rounded() * circle
        let metres = system.unitFactor * WGS84.a
        return .metres(
            max(
                (dx * WGS84.radii(latitude: y * system.unitFactor * 180 / .pi).parallel
                    * system.unitFactor).magnitude, dy.magnitude * metres))
    }
}
