import Agreements
import Geodesy
import Zones

extension ReportReading {
    /// Puts a report where its area, and its direction and distance from there, say that it may be.
    ///
    /// - Parameter disc: the disc of all that is known of its position.
    func takePlaces(
        _ report: inout Report, from disc: Disc, _ form: some RecordForm,
        _ bytes: UnsafeRawBufferPointer,
        _ notes: inout [String]
    ) {
        // All of where it may be is a disc here, whatever its form.
        var disc = disc
        if let area = fields.area {
            let place = place(of: area, holding: report.position, form, bytes, &notes)
            disc =
                place?.disc ?? Disc(centre: report.position, radius: .metres(.nan))
            report.position = disc.centre
            report.footprint = place?.outline
            report.uncertainty = place?.outline == nil ? disc.radius : .zero
        }
        if let sector = fields.sector {
            let region = region(of: sector, from: disc, form, bytes, &notes)
            report.position = region?.position ?? disc.centre
            report.footprint = region?.footprint
            report.uncertainty = region?.beyond ?? .metres(.nan)
        }
    }
}
