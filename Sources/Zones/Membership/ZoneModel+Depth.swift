import Geodesy

extension ZoneModel {
    /// How far in metres a position lies from the limit that decides whether it is in a zone: positive in the
    /// zone, negative outside; infinite where there is no limit.
    ///
    /// Of a zone that is one condition it is the distance to its limit, save that perpendiculars at flat ends are
    /// told from beyond them only. Of zones put together from others it is that of the part that decides, which
    /// may be less far than the limit of the whole.
    package func depth(of position: Coordinate, inZone zone: Int) -> Double {
        var readings: [Int: SourceReading] = [:]
        return depth(zones[zone]) { source in
            let reading =
                readings[source]
                ?? self.reading(of: position, within: 0, source: source, isInFull: true)
            readings[source] = reading
            return reading
        }
    }

    private func depth(_ formula: Formula, _ reading: (Int) -> SourceReading) -> Double {
        switch formula {
        case .condition(let number):
            conditions[number].depth(at: reading(sourceOfCondition[number]))
        case .zone(let zone): depth(zones[zone], reading)
        case .any(let formulas): formulas.map { depth($0, reading) }.max() ?? -.infinity
        case .all(let formulas): formulas.map { depth($0, reading) }.min() ?? .infinity
        case .not(let formula): -depth(formula, reading)
        }
    }
}

extension Condition {
    /// How far from its limit a reading lies, in metres: positive where the condition holds.
    fileprivate func depth(at reading: SourceReading) -> Double {
        switch (self, reading) {
        case (.line(let left, let right, let ends), .line(let line)):
            let nearest = line.nearest
            let depth =
                switch nearest.side {
                case .left: Self.depth(own: left, other: right, at: nearest.distance.metres)
                case .right: Self.depth(own: right, other: left, at: nearest.distance.metres)
                case .on, .none:
                    max(
                        Self.depth(own: left, other: right, at: nearest.distance.metres),
                        Self.depth(own: right, other: left, at: nearest.distance.metres))
                }
            guard ends == .flat, let beyond = nearest.beyondEnd else { return depth }
            return min(depth, -beyond.metres)
        case (.nearer(let toFirst), .pair(let difference, _)):
            // Towards one line the one distance falls as fast as the other grows at most.
            return (toFirst ? -difference : difference) / 2
        case (.inside, _): return -reading.measure
        case (.point(let band), _), (.outward(let band), _): return band.margin(at: reading.measure)
        default: return -.infinity
        }
    }

    /// The same at a distance from a line on a side with a band of its own, with that of the other side.
    private static func depth(
        own: DistanceBand?, other: DistanceBand?, at distance: Double
    ) -> Double {
        var depth = -Double.infinity
        if let own {
            depth = own.margin(at: distance)
            // Where the zone does not go on across the line, that is a limit too.
            if own.from == nil, other == nil || other?.from != nil { depth = min(depth, distance) }
        }
        guard let other else { return depth }
        return max(depth, -(distance + (other.from?.metres ?? 0)))
    }
}
