import Demarcation

/// Texts of positions: what is read lies on the globe with its disc, and what is refused has a sentence.
enum PositionTarget {
    static func fault(_ bytes: [UInt8]) -> String? {
        do throws(NotationError) {
            let position = try read(bytes)
            guard position.coordinate.isValid else {
                return "\(position.coordinate) is off the globe"
            }
            for rule in [
                PrecisionRule.standard, PrecisionRule(degrees: .truncated, decimals: .asWritten),
            ] {
                let disc = position.disc(rule)
                guard disc.centre.isValid, disc.bound.isLength else { return "\(disc) is no disc" }
                _ = try WrittenPosition(disc.centre.mgrs())
                _ = try WrittenPosition(disc.centre.degreesMinutesSeconds(decimals: 3))
            }
        } catch {
            if error.description.isEmpty
                || (error.code == .ambiguous) != (error.readings.count == 2)
            {
                return "refused as \(error)"
            }
        }
        return nil
    }

    private static func read(_ bytes: [UInt8]) throws(NotationError) -> WrittenPosition {
        // The memory of the bytes ends with them, so that a look beyond is found by a sanitizer.
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        defer { copy.deallocate() }
        copy.copyBytes(from: bytes)
        return try WrittenPosition(UnsafeRawBufferPointer(copy))
    }
}
