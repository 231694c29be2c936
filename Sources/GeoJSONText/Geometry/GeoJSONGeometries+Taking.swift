extension GeoJSONGeometries {
    /// A geometry of a text, given by its bytes.
    static func take<Geometry>(
        from bytes: some Sequence<UInt8>,
        _ take: (GeoJSONGeometries) throws(JSONFault) -> Geometry
    ) throws(GeoJSONError) -> Geometry {
        var text = Array(bytes)
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if text.starts(with: mark) { text.removeFirst(mark.count) }
        do throws(JSONFault) {
            return try take(try GeoJSONGeometries(text))
        } catch {
            throw GeoJSONError(error)
        }
    }
}
