import Agreements
import Geodesy
import Zones

extension ReportReading {
    /// Gives a report the region that its members say; a note tells where they say none that can be used.
    ///
    /// - Parameters:
    ///   - report: with its position, and all that is known of that as its uncertainty.
    ///   - position: how the position was read.
    ///   - stated: the uncertainty that the record states, if any.
    /// - Returns: whether the record says anything of its region; `nil` where it says what cannot be used.
    func takeRegion(
        _ report: inout Report, _ form: some RecordForm, _ bytes: UnsafeRawBufferPointer,
        _ position: PositionReading, _ stated: Distance?, _ notes: inout [String]
    ) -> Bool? {
        guard let names = fields.footprint, let first = footprintIndex else { return false }
        let reading = RegionReading(form, bytes, names, first: first)
        do throws(RegionFault) {
            let level = try reading.level()
            // What a profile says of the place stands for all of it.
            let found =
                fields.area != nil || fields.sector != nil
                ? nil
                : try reading.region(
                    about: Disc(centre: report.position, radius: report.uncertainty),
                    error: position.bound + (stated ?? .zero), level: level)
            if position.isGeometry,
                found != nil || (level.map { $0 != .bound } == true && stated != nil)
            {
                throw RegionFault(
                    "the report has a geometry that is its region, and members of another; expected one "
                        + "of both")
            }
            if let found {
                // Where the error is not known there is no region either.
                if found.beyond.metres.isFinite {
                    report.position = found.position
                    report.footprint = found.footprint
                }
                report.uncertainty = found.beyond
                return true
            }
            if let level, level != .bound {
                if let stated {
                    try takeCircle(&report, stated, level, position)
                } else if position.saysBound {
                    throw RegionFault(
                        "'\(form.name(first))' is \(form.value(first, bytes).words), expected an uncertainty in "
                            + "'\(form.name(FieldNames.Index.uncertainty))' beside it")
                }
            }
            return false
        } catch {
            notes.append(error.sentence)
            report.setRegionUnknown()
            return nil
        }
    }

    /// Makes a circle of an uncertainty that is no bound.
    private func takeCircle(
        _ report: inout Report, _ radius: Distance, _ level: Footprint.Level,
        _ position: PositionReading
    ) throws(RegionFault) {
        guard radius.metres.isFinite, radius > .zero else { return }
        guard fields.area == nil, fields.sector == nil else {
            throw RegionFault(
                "the uncertainty is no bound but a level, which goes with a circle or an ellipse")
        }
        do throws(FootprintError) {
            report.footprint = try .circle(
                about: report.position, radius: radius / fields.uncertaintyScale, level: level)
            report.uncertainty = position.bound
        } catch {
            throw RegionFault("the circle of the uncertainty cannot be used: \(error)")
        }
    }
}

extension Report {
    /// Says that nothing is known of where it is but its position.
    mutating func setRegionUnknown() {
        uncertainty = .metres(.nan)
        footprint = nil
    }
}
