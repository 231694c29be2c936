import Geodesy

/// A closed run along the limit of a zone, the zone on its left hand.
struct LimitRing: Sendable {
    /// A stretch of one of the limit's curves.
    struct Stretch: Sendable {
        var feature: OffsetFeatures.Feature
        /// The curve's parameter at the beginning and at the end, in metres.
        var from: Double
        var to: Double
        /// The angle, in radians, by which the limit turns back to the right at the beginning of
        /// the stretch; 0 where it goes on smoothly.
        var corner: Double
    }

    let stretches: [Stretch]
    /// The metres run at the beginning of each stretch; one more, the whole, at the end.
    let starts: [Double]

    init(_ stretches: [Stretch]) {
        self.stretches = stretches
        var starts = [0.0]
        starts.reserveCapacity(stretches.count + 1)
        var run = 0.0
        for stretch in stretches {
            run += max(0, stretch.to - stretch.from)
            starts.append(run)
        }
        self.starts = starts
    }

    /// The length of the ring in metres, about.
    var length: Double { starts[stretches.count] }
}
