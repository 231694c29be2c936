import Zones

extension ZoneModel {
    /// Whether the cells of an index leave open how places lie to a source, so that the definitions are asked
    /// where a zone depends on it: differences of two lines' distances, and lines beside which a zone goes on
    /// without end, farther off than the last of its distances.
    func isSettledExactly(_ source: Int) -> Bool {
        switch sources[source] {
        case .pair: true
        case .line: reach[source] == .infinity
        case .point, .area: false
        }
    }

    /// The farthest distance in metres from a source that an index has to hold.
    func farthestLimit(of source: Int) -> Double {
        let isEndless = reach[source] == .infinity
        return isEndless ? thresholds[source].values.last ?? 0 : reach[source]
    }
}
