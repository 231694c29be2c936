internal import CPROJ
import Geodesy

/// Tests whether positions that were read on WGS 84 are off by what another datum would explain.
package enum DatumSuspicion {
    /// How positions may have been mistaken.
    package enum Mistake: String, CaseIterable, Hashable, Sendable {
        /// Longitude and latitude of the other datum were taken for those of WGS 84.
        case angles
        /// References in the UTM grid on the other datum were taken for those on WGS 84.
        case grid
        /// Longitude and latitude of WGS 84 were converted as if they were of the other datum.
        case converted
    }

    /// A datum that was tried.
    package struct Candidate: Hashable, Sendable {
        /// The system of the datum: its code with the authority and its name.
        package let code: String
        package let name: String
        package let operation: DatumOperation
        package let mistake: Mistake
        /// The shift that is left when the mistake is undone.
        package let left: Distance
        /// Whether no more is left than the operation's accuracy and the scatter leave open.
        package let explains: Bool
    }

    /// What an operation of unknown accuracy is held to.
    private static let usual = Distance.metres(10)
    /// So many points are looked at.
    private static let mostPoints = 500

    /// The datums of PROJ's register whose areas hold the points, that which leaves the least first; only
    /// those that leave less than half of the shift.
    package static func candidates(
        _ pairs: [ShiftMeasure.Pair], _ shift: ShiftMeasure
    ) -> [Candidate] {
        let step = max(1, (pairs.count + mostPoints - 1) / mostPoints)
        let points = stride(from: 0, to: pairs.count, by: step).map { pairs[$0] }
        guard let middle = middle(points.map(\.control)) else { return [] }
        let context = PROJContext()
        var found: [Candidate] = []
        for code in systems(at: middle, context) {
            guard let system = try? ReferenceSystem(code, context), !system.isWGS84,
                system.isInDegrees,
                let paths = try? DatumOperations.paths(from: system, context, isWide: false)
            else { continue }
            for path in paths where isUsable(path.operation, at: middle) {
                for mistake in Mistake.allCases {
                    guard let way = Way(mistake, path, system, middle, context),
                        let left = left(points, way)
                    else { continue }
                    let bound = (path.operation.accuracy ?? usual) + shift.tolerance
                    guard left < shift.length / 2 else { continue }
                    found.append(
                        Candidate(
                            code: code, name: system.name, operation: path.operation,
                            mistake: mistake, left: left, explains: left <= bound))
                }
            }
        }
        return found.sorted {
            ($0.left, $0.code, $0.operation.name) < ($1.left, $1.code, $1.operation.name)
        }
    }

    private static func isUsable(_ operation: DatumOperation, at place: Coordinate) -> Bool {
        operation.missingGrids.isEmpty && operation.isInstantiable && !operation.isBallpark
            && operation.holds(at: place)
    }

    /// The shift that is left when positions go such a way.
    private static func left(_ points: [ShiftMeasure.Pair], _ way: Way) -> Distance? {
        var undone: [ShiftMeasure.Pair] = []
        for point in points {
            guard let place = way.undo(point.reported) else { continue }
            undone.append(ShiftMeasure.Pair(reported: place, control: point.control))
        }
        guard undone.count * 2 > points.count else { return nil }
        return ShiftMeasure(undone)?.length
    }

    /// A place in the middle of some.
    private static func middle(_ places: [Coordinate]) -> Coordinate? {
        guard !places.isEmpty else { return nil }
        let longitudes = places.map(\.longitude).sorted()
        let latitudes = places.map(\.latitude).sorted()
        return Coordinate(
            longitude: longitudes[longitudes.count / 2], latitude: latitudes[latitudes.count / 2])
    }

    /// The codes of geographic systems whose areas hold a place.
    private static func systems(at place: Coordinate, _ context: PROJContext) -> [String] {
        SystemRegister.list(
            PJ_TYPE_GEOGRAPHIC_2D_CRS,
            meeting: (place.longitude, place.latitude, place.longitude, place.latitude),
            context
        ) { info in
            guard let authority = info.auth_name, let code = info.code else { return nil }
            return "\(String(cString: authority)):\(String(cString: code))"
        }
    }
}

/// The way back from a mistaken position.
private struct Way {
    private let operation: PROJObject
    private let isInverse: Bool
    /// What takes longitude and latitude of one ellipsoid to those of another by way of the grid's numbers.
    private let grid: PROJObject?

    init?(
        _ mistake: DatumSuspicion.Mistake, _ path: DatumOperations.Path, _ system: ReferenceSystem,
        _ middle: Coordinate, _ context: PROJContext
    ) {
        operation = path.transform
        isInverse = mistake == .converted
        guard mistake == .grid else {
            grid = nil
            return
        }
        var (a, flattening) = (0.0, 0.0)
        // NULL or 0 on error.
        guard middle.latitude > -80, middle.latitude < 84,
            let base = context.object(system.definition),
            let ellipsoid = PROJObject(
                proj_get_ellipsoid(context.handle, base.handle), context),
            proj_ellipsoid_get_parameters(
                context.handle, ellipsoid.handle, &a, nil, nil, &flattening) != 0
        else { return nil }
        let zone = min(60, Int(((middle.longitude + 180) / 6).rounded(.down)) + 1)
        let utm = "+proj=utm +zone=\(zone)" + (middle.latitude < 0 ? " +south" : "")
        let shape = flattening == 0 ? "+a=\(a) +b=\(a)" : "+a=\(a) +rf=\(flattening)"
        guard
            let pipeline = context.object(
                "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
                    + "+step \(utm) +ellps=WGS84 +step +inv \(utm) \(shape) "
                    + "+step +proj=unitconvert +xy_in=rad +xy_out=deg")
        else { return nil }
        grid = pipeline
    }

    func undo(_ position: Coordinate) -> Coordinate? {
        var point = proj_coord(position.longitude, position.latitude, 0, .infinity)
        // HUGE_VAL on error, both.
        if let grid {
            point = proj_trans(grid.handle, PJ_FWD, point)
            proj_errno_reset(grid.handle)
        }
        point = proj_trans(operation.handle, isInverse ? PJ_INV : PJ_FWD, point)
        proj_errno_reset(operation.handle)
        let place = Coordinate(
            longitude: point.xy.x.remainder(dividingBy: 360), latitude: point.xy.y)
        return place.isValid ? place : nil
    }
}
