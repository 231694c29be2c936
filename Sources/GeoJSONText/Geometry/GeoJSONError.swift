/// Why a GeoJSON text does not hold what was asked for.
public struct GeoJSONError: Error, Hashable, Sendable {
    /// The kind of fault.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name of the fault.
        public let rawValue: String
        /// A fault by its name.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// The text is no JSON, no GeoJSON, or not in WGS 84.
        public static let syntax = Code(rawValue: "syntax")
        /// The text is GeoJSON without such a geometry, or with coordinates that make none.
        public static let content = Code(rawValue: "content")
    }

    /// The kind of fault.
    public let code: Code
    /// The byte at which the fault is, counted from 0; `nil` where the whole text is meant.
    public let byte: Int?
    /// What was found and what is possible.
    public let reason: String

    init(_ fault: JSONFault) {
        code = fault.kind == .syntax ? .syntax : .content
        byte = fault.offset
        reason = fault.reason
    }
}

extension GeoJSONError: CustomStringConvertible {
    /// The sentence for a person, with the byte.
    public var description: String { (byte.map { "byte \($0): " } ?? "") + reason }
}
