extension MapPicture {
    /// Whether there is nothing to draw.
    package var isEmpty: Bool {
        content.zones.isEmpty && content.lines.isEmpty && content.explained == nil
            && findings.marks.isEmpty
    }
}
