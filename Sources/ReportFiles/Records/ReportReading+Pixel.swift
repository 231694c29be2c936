import Agreements
import Geodesy
import Zones

extension ReportReading {
    /// Widens a report by the pixel of a detection.
    ///
    /// It is a rectangle where its heading is known, else the circle that holds it in every direction. Nothing is
    /// known where a side is no length.
    func takePixel(
        _ report: inout Report, _ pixel: PixelFields, _ index: Int, _ form: some RecordForm,
        _ bytes: UnsafeRawBufferPointer, _ notes: inout [String]
    ) {
        do throws(RegionFault) {
            let across = try side(index, form, bytes)
            let along = try side(index + 1, form, bytes)
            guard let names = fields.footprint, let first = footprintIndex,
                let heading = try RegionReading(form, bytes, names, first: first).heading(),
                fields.area == nil, fields.sector == nil,
                report.footprint == nil, report.uncertainty.metres.isFinite
            else {
                report.uncertainty = report.uncertainty + pixel.bound(across, along)
                return
            }
            do throws(FootprintError) {
                report.footprint = try .rectangle(
                    about: report.position, width: pixel.unit * across,
                    length: pixel.unit * along, heading: heading)
            } catch {
                throw RegionFault("the pixel cannot be used: \(error)")
            }
        } catch {
            notes.append(error.sentence)
            report.setRegionUnknown()
        }
    }

    private func side(
        _ index: Int, _ form: some RecordForm, _ bytes: UnsafeRawBufferPointer
    ) throws(RegionFault) -> Double {
        let number = form.number(index, bytes)
        guard let number, number > 0, number.isFinite else {
            throw RegionFault(
                "'\(form.name(index))' is \(form.value(index, bytes).words), expected a length above 0, the "
                    + "side of a pixel")
        }
        return number
    }
}
