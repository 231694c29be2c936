/// Written as their words: `"left"`, `"geodesic"`.
extension LineSide: Codable {}
extension EdgeKind: Codable {}
