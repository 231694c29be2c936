extension WrittenAngle {
    /// The latitude that a text names, such as `48.4543`, `48°27'15.5"N` or `482715N`.
    ///
    /// Digits that are run together (`482715`, `4827.258`) are read as degrees, minutes and seconds
    /// only where a letter or `hemisphere` stands beside them: alone they may as well be metres.
    ///
    /// - Parameters:
    ///   - bytes: the text in UTF-8.
    ///   - hemisphere: the side, where it was given apart from the text.
    /// - Throws: `NotationError` when the text is no angle, is out of range, has two readings, or
    ///   contradicts itself or the hemisphere.
    public static func latitude(
        _ bytes: UnsafeRawBufferPointer, hemisphere: Hemisphere? = nil
    ) throws(NotationError) -> WrittenAngle {
        try DegreesReader.angle(bytes, isLatitude: true, hemisphere: hemisphere)
    }

    /// The longitude that a text names, such as `-38.2931`, `E 38 17.5` or `0381735E`; see
    /// `latitude`.
    ///
    /// - Parameters:
    ///   - bytes: the text in UTF-8.
    ///   - hemisphere: the side, where it was given apart from the text.
    /// - Throws: `NotationError` when the text is no angle, is out of range, has two readings, or
    ///   contradicts itself or the hemisphere.
    public static func longitude(
        _ bytes: UnsafeRawBufferPointer, hemisphere: Hemisphere? = nil
    ) throws(NotationError) -> WrittenAngle {
        try DegreesReader.angle(bytes, isLatitude: false, hemisphere: hemisphere)
    }

    /// The latitude that a text names; see `latitude(_:hemisphere:)` for bytes.
    ///
    /// - Throws: `NotationError` as for bytes.
    public static func latitude(
        _ text: some StringProtocol, hemisphere: Hemisphere? = nil
    ) throws(NotationError) -> WrittenAngle {
        try read(text) { Result(reading: $0, isLatitude: true, hemisphere: hemisphere) }
    }

    /// The longitude that a text names; see `longitude(_:hemisphere:)` for bytes.
    ///
    /// - Throws: `NotationError` as for bytes.
    public static func longitude(
        _ text: some StringProtocol, hemisphere: Hemisphere? = nil
    ) throws(NotationError) -> WrittenAngle {
        try read(text) { Result(reading: $0, isLatitude: false, hemisphere: hemisphere) }
    }

    private static func read(
        _ text: some StringProtocol,
        _ body: (UnsafeRawBufferPointer) -> Result<WrittenAngle, NotationError>
    ) throws(NotationError) -> WrittenAngle {
        var text = String(text)
        return try text.withUTF8 { body(UnsafeRawBufferPointer($0)) }.get()
    }
}

extension Result where Success == WrittenAngle, Failure == NotationError {
    fileprivate init(
        reading bytes: UnsafeRawBufferPointer, isLatitude: Bool, hemisphere: Hemisphere?
    ) {
        do throws(NotationError) {
            self = .success(
                try DegreesReader.angle(bytes, isLatitude: isLatitude, hemisphere: hemisphere))
        } catch {
            self = .failure(error)
        }
    }
}
