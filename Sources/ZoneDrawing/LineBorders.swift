import Geodesy
import PlanarGeometry

/// The curves, other than the line itself, at which the answers of a zone beside a line change with the
/// nearest place: those that part its left from its right, which are the prolongations of open ends and the
/// places as near to a left-showing place of the line as to a right-showing one; and those at which a zone
/// with flat ends stops, the perpendiculars at open ends and, from where another place of the line becomes
/// the nearest, the border to what is nearest to that.
struct LineBorders {
    let locator: LineLocator
    /// How far the line may be from where it is given, in metres.
    ///
    /// Above 0 the curves are those at which sides and extents become certain.
    let accuracy: Double
    /// Whether the sides of the line matter.
    let isSided: Bool
    /// Whether what lies beyond open ends matters.
    let hasFlatEnds: Bool
    /// Metres from the line up to which the curves are wanted.
    let reach: Double
    let tolerance: Double
    /// Positions near which an earlier drawing has missed curves.
    let missed: [Coordinate]

    /// The curves, each from a little before where it begins to a little beyond the reach.
    func chains(limits: [[Coordinate]]) -> [[Coordinate]] {
        var network = BorderNetwork(locator, reach: reach, tolerance: tolerance) {
            accuracy > 0 ? possibleClass(of: $0) : givenClass(of: $0, hint: &$1)
        }
        // Where the line is known only to an accuracy, nothing is certain close to it.
        if accuracy == 0 {
            for (end, heading) in openEnds {
                if isSided { network.follow(from: end, azimuth: heading) }
                if hasFlatEnds {
                    for turn in [90.0, -90] { network.follow(from: end, azimuth: heading + turn) }
                }
            }
            if isSided { for crossing in crossings { add(from: crossing, to: &network) } }
        }
        for ring in limits { network.add(from: ring) }
        network.add(missedNear: missed)
        return network.chains + network.joints
    }

    /// The class of a position: the side of the line as given, and whether it lies beyond an end.
    private func givenClass(of position: Coordinate, hint: inout Int?) -> Int {
        let place = locator.nearest(to: position, hint: &hint)
        let side = isSided ? Self.sideClass(place.side) : 0
        return hasFlatEnds && place.beyondEnd != nil ? side + 3 : side
    }

    /// The class of a position: the sides on which it may lie, and whether it may lie beyond an end.
    private func possibleClass(of position: Coordinate) -> Int {
        let accuracy = Distance.metres(accuracy)
        let sides =
            isSided ? locator.possibleSides(of: position, within: .zero, accuracy: accuracy) : []
        let extents =
            hasFlatEnds
            ? locator.possibleExtents(of: position, within: .zero, accuracy: accuracy) : []
        return Int(sides.rawValue) + 4 * Int(extents.rawValue)
    }

    private static func sideClass(_ side: LineSide) -> Int {
        switch side {
        case .left: 0
        case .right: 1
        case .on, .none: 2
        }
    }

    /// Adds the curves that begin where the line crosses itself.
    private func add(from crossing: Coordinate, to network: inout BorderNetwork) {
        for radius in [0.3, 0.05] {
            for place in network.border.crossings(onCircle: crossing, radius: radius)
            where locator.nearest(to: place).distance.metres > 0.02 * radius {
                let way = Geodesic.inverse(from: crossing, to: place)
                let path = network.border.path(from: place, heading: way.azimuthAtEnd.degrees)
                // From a little before, so that the two lines are met.
                let before = Geodesic.direct(
                    from: crossing, azimuth: way.azimuthAtStart, distance: .metres(-0.001))
                network.add(before.position, path)
            }
            if radius == 0.3 { break }
        }
    }

    /// The open ends of the line, each with the direction in which it is prolonged.
    private var openEnds: [(Coordinate, Double)] {
        locator.courses.flatMap { course in
            (course.previous == nil ? [(course.start, course.startAzimuth + 180)] : [])
                + (course.next == nil ? [(course.end, course.endAzimuth)] : [])
        }
    }

    /// Where the line crosses itself.
    private var crossings: [Coordinate] {
        let chains = LineChains.chains(locator, tolerance: tolerance).flatMap {
            GlobeCut.chains($0)
        }
        return (try? PlanarShape.crossings(of: chains, GEOSContext())) ?? []
    }
}
