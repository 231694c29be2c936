internal import CPROJ
import Geodesy

/// The grids of PROJ's register in which numbers that look like metres would lie in an area.
package enum GridCandidates {
    /// A grid that fits.
    package struct Candidate: Hashable, Sendable {
        /// The system's code with the authority, such as `EPSG:28407`.
        package let code: String
        /// Its name.
        package let name: String
        /// How far from the area the numbers would lie: the middle one of all distances.
        package let distance: Distance
        /// Whether the numbers fit with easting and northing exchanged only.
        package let isExchanged: Bool
    }

    /// A box in degrees on WGS 84 that does not cross the antimeridian.
    package struct Box: Sendable {
        let southWest: Coordinate
        let northEast: Coordinate

        package init(southWest: Coordinate, northEast: Coordinate) {
            (self.southWest, self.northEast) = (southWest, northEast)
        }

        /// The distance of a place from the box, about; zero within.
        func distance(to place: Coordinate) -> Distance {
            let nearest = Coordinate(
                longitude: max(southWest.longitude, min(place.longitude, northEast.longitude)),
                latitude: max(southWest.latitude, min(place.latitude, northEast.latitude)))
            return nearest == place ? .zero : Geodesic.distance(from: place, to: nearest)
        }
    }

    /// Farther from the area nobody looks for reports.
    private static let farthest = Distance.kilometres(200)
    /// Distances that differ by less say nothing of which grid is meant.
    private static let alike = Distance.kilometres(50)
    /// So many systems are named.
    private static let most = 3

    /// At most three grids in which the numbers lie within 200 km of the area, the nearest first; in steps
    /// of 50 km, as the distances by grids of neighbouring meridians or other datums differ by less.
    ///
    /// The datum is left out of account, which moves places by up to some hundred metres; numbers cannot
    /// tell it. Of grids that fit alike those on WGS 84 come first, then those of the datums of SK-42, UCS-2000
    /// and SK-95.
    ///
    /// - Parameters:
    ///   - numbers: eastings and northings.
    ///   - box: the area.
    package static func find(
        _ numbers: [(x: Double, y: Double)], near box: Box
    ) -> [Candidate] {
        let context = PROJContext()
        let grids = grids(near: box, context)
        let found = candidates(numbers, grids, box, isExchanged: false)
        return found.isEmpty
            ? candidates(numbers.map { ($0.y, $0.x) }, grids, box, isExchanged: true) : found
    }

    private static func candidates(
        _ numbers: [(x: Double, y: Double)], _ grids: [Grid], _ box: Box, isExchanged: Bool
    ) -> [Candidate] {
        var found: [(candidate: Candidate, rank: Int)] = []
        for grid in grids {
            // A number that is no place in the grid counts as one that is far away.
            let distances = numbers.map { number in
                grid.place(number.x, number.y).map { box.distance(to: $0) } ?? .metres(.infinity)
            }.sorted()
            guard !distances.isEmpty else { continue }
            let middle = distances[distances.count / 2]
            guard middle <= farthest else { continue }
            found.append(
                (
                    Candidate(
                        code: grid.code, name: grid.name, distance: middle, isExchanged: isExchanged
                    ),
                    grid.rank
                ))
        }
        return found.sorted {
            let (a, b) = ($0.candidate, $1.candidate)
            let (near, far) = (
                (a.distance.metres / alike.metres).rounded(.down),
                (b.distance.metres / alike.metres).rounded(.down)
            )
            return (near, $0.rank, a.distance, a.code) < (far, $1.rank, b.distance, b.code)
        }.prefix(most).map(\.candidate)
    }

    /// The projected systems of the register whose areas come near a box.
    private static func grids(near box: Box, _ context: PROJContext) -> [Grid] {
        let margin = farthest.metres / 110_000
        let across =
            margin
            / max(
                0.05,
                (90 - max(box.southWest.latitude.magnitude, box.northEast.latitude.magnitude)) / 90)
        return SystemRegister.list(
            PJ_TYPE_PROJECTED_CRS,
            meeting: (
                box.southWest.longitude - across, box.southWest.latitude - margin,
                box.northEast.longitude + across, box.northEast.latitude + margin
            ), context
        ) { Grid($0, context) }
    }
}

/// A grid of the register, with the way from its numbers to longitude and latitude on its own datum.
private struct Grid {
    let code: String
    let name: String
    private let area: DatumOperation.Area
    private let conversion: PROJObject

    /// Beyond its area a grid is still used by so many degrees.
    private static let overhang = 1.0
    /// Datums whose grids come first where several fit.
    private static let first = ["WGS 84 /", "Pulkovo 1942 /", "UCS-2000 /", "Pulkovo 1995 /"]

    init?(_ info: PROJ_CRS_INFO, _ context: PROJContext) {
        // NULL on error, all of them.
        guard let authority = info.auth_name, let code = info.code,
            let system = PROJObject(
                proj_create_from_database(
                    context.handle, authority, code, PJ_CATEGORY_CRS, 0, nil), context),
            let base = PROJObject(
                proj_crs_get_geodetic_crs(context.handle, system.handle), context),
            let raw = PROJObject(
                proj_create_crs_to_crs_from_pj(
                    context.handle, system.handle, base.handle, nil, nil), context),
            let conversion = PROJObject(
                proj_normalize_for_visualization(context.handle, raw.handle), context)
        else { return nil }
        self.code = "\(String(cString: authority)):\(String(cString: code))"
        name = PROJObject.text(info.name) ?? self.code
        self.conversion = conversion
        guard info.bbox_valid != 0 else { return nil }
        area = DatumOperation.Area(
            west: info.west_lon_degree - Self.overhang,
            south: info.south_lat_degree - Self.overhang,
            east: info.east_lon_degree + Self.overhang,
            north: info.north_lat_degree + Self.overhang,
            name: "")
    }

    /// Its place where several fit.
    var rank: Int { Self.first.firstIndex { name.hasPrefix($0) } ?? Self.first.count }

    /// The place of two numbers, if it lies where the grid is used.
    func place(_ x: Double, _ y: Double) -> Coordinate? {
        // HUGE_VAL on error.
        let found = proj_trans(conversion.handle, PJ_FWD, proj_coord(x, y, 0, .infinity))
        proj_errno_reset(conversion.handle)
        let place = Coordinate(longitude: found.xy.x, latitude: found.xy.y)
        return place.isValid && area.contains(place) ? place : nil
    }
}
