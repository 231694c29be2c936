/// Written as their words: `"mgrs"`, `"north"`, `"rounded"`.
extension Notation: Codable {}
extension Hemisphere: Codable {}
extension PrecisionRule.Degrees: Codable {}
extension PrecisionRule.Decimals: Codable {}
