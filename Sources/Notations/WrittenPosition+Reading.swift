extension WrittenPosition {
    /// Reads a position.
    ///
    /// MGRS, UTM, UPS, degrees in all spellings that `docs/notations.md` lists, and points in
    /// well-known text. Two bare numbers are latitude and longitude, also where the other order
    /// would name a place; of degrees, minutes and seconds without letters the order is never
    /// guessed. Allocates nothing unless it throws.
    ///
    /// - Parameters:
    ///   - bytes: the text in UTF-8; white space at its ends does not matter.
    ///   - notations: those that the text may be in, where that is known, as of a column of grid
    ///     references; `nil` for all.
    /// - Throws: `NotationError` when the text is no position, is out of range, has two readings,
    ///   or is in another notation.
    public init(
        _ bytes: UnsafeRawBufferPointer, among notations: Set<Notation>? = nil
    ) throws(NotationError) {
        try self.init(reading: bytes)
        guard let notations, !notations.contains(notation) else { return }
        let expected = notations.map(\.words).sorted().joined(separator: " or ")
        throw NotationError(
            .otherNotation, String(decoding: bytes, as: UTF8.self),
            "is a position in \(notation.words), expected \(expected)")
    }

    private init(reading bytes: UnsafeRawBufferPointer) throws(NotationError) {
        guard let text = ByteText(bytes) else {
            throw NotationError(.notAPosition, "", "is empty, expected a position")
        }
        guard text.count <= ByteText.longest else { throw DegreesReader.noPosition(text) }
        var mgrs = MGRSReader(text)
        if let cell = try mgrs.read() {
            self.init(.cell(corner: cell.corner, side: cell.side))
            return
        }
        var utm = UTMReader(text)
        if let read = try utm.read() {
            self.init(.metres(read.place, easting: read.eastingUnit, northing: read.northingUnit))
            return
        }
        let first = ByteText.capital(text[text.start])
        if first == 0x50 || first == 0x53 {
            var wellKnown = WellKnownText(text)
            if let pair = try wellKnown.read() {
                self.init(latitude: pair.latitude, longitude: pair.longitude)
                return
            }
        }
        if mgrs.isZoneAlone {
            throw NotationError(
                .gridZoneAlone, text.string,
                "is a grid zone alone, expected the letters of a square behind it")
        }
        let pair = try DegreesReader.pair(text)
        self.init(latitude: pair.latitude, longitude: pair.longitude)
    }

    /// Reads a position; see the initializer for bytes.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - notations: those that the text may be in; `nil` for all.
    /// - Throws: `NotationError` as for bytes.
    public init(
        _ text: some StringProtocol, among notations: Set<Notation>? = nil
    ) throws(NotationError) {
        var text = String(text)
        let result = text.withUTF8 { (bytes) -> Result<WrittenPosition, NotationError> in
            do throws(NotationError) {
                return .success(
                    try WrittenPosition(UnsafeRawBufferPointer(bytes), among: notations))
            } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }
}
