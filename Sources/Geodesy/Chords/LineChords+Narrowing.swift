#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension LineChords {
    /// What is left of candidates for all positions in a disc.
    package struct Narrowed {
        /// How many candidates are left.
        package var count: Int
        /// Bounds of the chord from the disc's middle to the nearest place on the line.
        package var least: Double
        package var most: Double
    }

    /// Keeps of some candidates those that can be nearest to some position in a disc.
    ///
    /// `kept` has room for all; `scratch` for as many numbers.
    @inline(__always)
    package func narrow(
        _ candidates: UnsafeBufferPointer<UInt32>, around centre: GlobePoint, radius: Double,
        into kept: UnsafeMutablePointer<UInt32>, scratch: UnsafeMutablePointer<Double>
    ) -> Narrowed {
        pieces.withUnsafeBufferPointer { pieces in
            var least = Double.infinity
            for i in 0..<candidates.count {
                let squared = pieces[Int(candidates[i])].squaredDistanceToChord(centre)
                scratch[i] = squared
                least = squared < least ? squared : least
            }
            let chord = least.squareRoot()
            // The nearest place to any position of the disc is within the path over this chord.
            let reach = Self.reach(ofChord: chord + sag + radius) + radius + sag
            let squaredReach = reach * reach
            var count = 0
            for i in 0..<candidates.count where scratch[i] <= squaredReach {
                kept[count] = candidates[i]
                count += 1
            }
            return Narrowed(count: count, least: max(0, chord - sag), most: chord + sag)
        }
    }

    /// The longest chord to a place that may be the nearest one when some place has the given chord.
    static func reach(ofChord chord: Double) -> Double {
        if chord < 1_000_000 { return chord * (1 + chord * chord * 7e-17) + 3e-3 }
        return greatestPath(ofChord: chord).map(greatestChord(ofPath:)) ?? .infinity
    }

    /// The longest path that a chord can stand for, on a sphere more curved than the ellipsoid
    /// anywhere; `nil` for chords longer than its diameter.
    package static func greatestPath(ofChord chord: Double) -> Double? {
        let curved = 6_300_000.0
        guard chord < 2 * curved else { return nil }
        return 2 * curved * asin(chord / (2 * curved))
    }

    /// The longest chord that a path can have, on a sphere flatter than the ellipsoid anywhere.
    package static func greatestChord(ofPath length: Double) -> Double {
        LineLocator.greatestChord(ofPath: length)
    }

    /// The shortest chord that a path can have, on a sphere more curved than the ellipsoid anywhere.
    package static func leastChord(ofPath length: Double) -> Double {
        let curved = 6_300_000.0
        return 2 * curved * sin(min(length / (2 * curved), .pi / 2))
    }

    /// The extent of everything within a distance in metres of the line.
    package func extent(reach: Double) -> GlobeExtent {
        var extent = GlobeExtent()
        for piece in pieces {
            let middle = Vector3(
                piece.ax + piece.ux / 2, piece.ay + piece.uy / 2, piece.az + piece.uz / 2)
            let place = lifted(middle, direction: Vector3(0, 0, 1)).position
            let half = Vector3(piece.ux, piece.uy, piece.uz).length / 2
            extent.add(
                longitude: place.longitude, latitude: place.latitude,
                reach: reach + half * 1.01 + sag + 10)
        }
        return extent
    }
}
