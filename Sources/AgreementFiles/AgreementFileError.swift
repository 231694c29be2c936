import SystemFiles

/// Something wrong in an agreement file, or in a geometry file that it names.
public struct AgreementFileError: Error, Hashable, Sendable {
    /// The kind of fault.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name of the fault.
        public let rawValue: String
        /// A fault by its name.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// The bytes cannot be read: the file is missing, may not be read, is a directory, device or
        /// pipe, or has more than 1 GB.
        public static let unreadable = Code(rawValue: "unreadable")
        /// The bytes are no text, no YAML or no GeoJSON.
        public static let syntax = Code(rawValue: "syntax")
        /// The text can be read and does not say what an agreement needs.
        public static let content = Code(rawValue: "content")
        /// What is given to apply a precedent is not what it needs.
        public static let given = Code(rawValue: "given")
        /// Worth knowing, and no reason to refuse the file.
        public static let warning = Code(rawValue: "warning")
    }

    /// The kind of fault.
    public let code: Code
    /// The file at fault, as it was named.
    public let file: String
    /// The line, counted from 1, where one is known.
    public let line: Int?
    /// The column in characters, counted from 1, where one is known.
    public let column: Int?
    /// What was found, what is wrong with it and what to write instead; in one line, with escapes
    /// for what a terminal would not show.
    public let reason: String

    init(_ code: Code, file: String, at mark: TextMark?, _ reason: String) {
        self.code = code
        self.file = file
        line = mark?.line
        column = mark?.column
        self.reason = String(visible: reason)
    }
}

extension AgreementFileError: CustomStringConvertible {
    /// The sentence for a person, with file, line and column in front; in one line, and safe to show
    /// on a terminal.
    public var description: String {
        let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
        return "\(file.isEmpty ? "''" : String(visible: file))\(place): \(reason)"
    }
}

/// All that is wrong in an agreement file, in the order of its lines.
public struct AgreementFileErrors: Error, Hashable, Sendable, CustomStringConvertible {
    /// The faults; at least one.
    public let errors: [AgreementFileError]

    /// Whether nothing is wrong but files that cannot be read at all.
    public var isUnreadable: Bool { errors.allSatisfy { $0.code == .unreadable } }

    /// One line a fault.
    public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// A place in a text, both counted from 1.
struct TextMark: Hashable, Sendable, Comparable {
    let line: Int
    let column: Int

    static func < (a: TextMark, b: TextMark) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
