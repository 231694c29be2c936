import Geodesy
import ZoneIndexing
import Zones

/// Zones by the numbers over which tests count.
extension ZoneVerdict {
    func membership(inZone zone: Int) -> Answer { membership(inZone: ZoneNumber(rawValue: zone)) }
}
