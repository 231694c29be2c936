internal import CGeographicLibText

extension MGRSReader {
    private func name(_ index: Int) -> String {
        String(decoding: CollectionOfOne(letter(index)), as: UTF8.self)
    }

    private func error(
        _ code: NotationError.Code, _ part: NotationError.Part?, _ reason: String
    ) -> NotationError {
        NotationError(code, text.string, part: part, reason)
    }

    /// What is wrong with zone, letters or number of digits, whatever square they name.
    var shapeFault: NotationError? {
        if zoneDigits > 0, zone < 1 || zone > 60 {
            return error(.outOfRange, .zone, "has the zone \(zone); zones go from 1 to 60")
        }
        for index in 0..<3 where letter(index) == 0x49 || letter(index) == 0x4F {
            return error(
                .noSuchSquare, index == 0 ? .band : .square,
                "has the letter \(name(index)); grid references use neither I nor O, which look like 1 "
                    + "and 0")
        }
        if zoneDigits > 0, !LatitudeBand.isOfZone(letter(0)) {
            return error(
                .noSuchSquare, .band,
                "has the letter \(name(0)) after its zone, expected a band from C to X; A, B, Y and Z "
                    + "are polar and have no zone")
        }
        if digits > 10 {
            return error(
                .notAPosition, nil,
                "has \(digits) digits after its square, expected at most 10 (1 m)")
        }
        if digits % 2 == 1 {
            return error(
                .notAPosition, nil,
                "has \(digits) digit\(digits == 1 ? "" : "s") after its square, expected as many for the "
                    + "easting as for the northing")
        }
        // Breaks within the halves do no harm, but there must be one between them.
        let inner = breaks & ~1 & ((1 << UInt32(digits)) - 1)
        if inner != 0, inner & (1 << UInt32(digits / 2)) == 0 {
            return error(
                .notAPosition, nil,
                "does not divide its \(digits) digits into halves, expected as many for the easting as "
                    + "for the northing")
        }
        return nil
    }

    /// Why there is no such square, after `shapeFault`.
    var squareFault: NotationError {
        let square = name(1) + name(2)
        if zone == 0 {
            return error(
                .noSuchSquare, .square,
                "names the square \(square), which the polar grid has not in \(name(0))")
        }
        if LatitudeBand.isLeftOut(letter(0), zone: zone) {
            return error(
                .noSuchSquare, .band,
                "names band X in zone \(zone), which does not reach Svalbard; zones \(zone - 1) and "
                    + "\(zone + 1) do")
        }
        let set = Int32(Self.set(ofColumn: letter(1)))
        if set != (zone - 1) % 3 {
            let near = [zone - 1, zone + 1].map { ($0 + 59) % 60 + 1 }.first { ($0 - 1) % 3 == set }
            let hint = near.map { "; zone \($0) has" } ?? ""
            return error(
                .noSuchSquare, .square,
                "names the square \(square), but zone \(zone) has no column \(name(1))\(hint)")
        }
        if letter(2) > 0x56 {
            return error(
                .noSuchSquare, .square, "names the square \(square), but rows go from A to V")
        }
        let bands = Array("CDEFGHJKLMNPQRSTUVWX".utf8).filter(holds)
        let names = bands.map { String(decoding: CollectionOfOne($0), as: UTF8.self) }
        return error(
            .contradiction, .band,
            "names the square \(square), no part of which lies in band \(name(0)); in zone \(zone) it "
                + "lies in \(names.joined(separator: " and "))")
    }

    /// Which of the three sets of columns, A to H, J to R, S to Z, a capital belongs to.
    private static func set(ofColumn letter: UInt8) -> Int {
        letter <= 0x48 ? 0 : letter <= 0x52 ? 1 : 2
    }

    /// Whether the square lies in another band of its zone.
    private func holds(_ band: UInt8) -> Bool {
        var other = PackedReference()
        for place in 0..<5 { other.append(place == 2 ? band : packed[place]) }
        var (corner, digits) = (cgt_grid(), Int32(0))
        return other.withBytes { cgt_read_mgrs($0, 5, &corner, &digits) }
            && !LatitudeBand.isLeftOut(band, zone: zone)
    }
}
