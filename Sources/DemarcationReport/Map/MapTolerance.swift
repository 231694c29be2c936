import Agreements
import Geodesy

extension AzimuthalProjection {
    /// How exactly zones need to be drawn for a map so many pixels wide: a tenth of a pixel, if it showed no
    /// more than the agreement's lines; from 1 m to 1 km.
    package func tolerance(for agreement: Agreement, pixels: Int) -> Distance {
        let points = agreement.lines.flatMap { $0.geometry.parts.joined() }.map(point)
        let reach = points.reduce(0) { max($0, $1.x.magnitude, $1.y.magnitude) }
        let tolerance = 2 * reach / Double(max(1, pixels)) / 10
        return .metres(
            FrameDrawing.round(max(1, min(1000, reach > 0 ? tolerance : 10))))
    }
}
