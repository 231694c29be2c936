import SystemFiles

/// Why a file of reports cannot be used, or an output cannot be written.
public struct ReportFileError: Error, Hashable, Sendable {
    /// The kind of fault.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name of the fault.
        public let rawValue: String
        /// A fault by its name.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// Bytes could not be read or written.
        public static let inputOutput = Code(rawValue: "inputOutput")
        /// The bytes were read and are no file of reports, or only part of one.
        public static let unusable = Code(rawValue: "unusable")
        /// The other side of a pipe has gone; nothing is wrong with the data.
        public static let closedPipe = Code(rawValue: "closedPipe")
    }

    /// The kind of fault.
    public let code: Code
    /// The file as it was named, or `standard input`.
    public var file: String
    /// What was found, what was expected, what to do.
    public let sentence: String
    /// The place of the fault in the file, counted from 0.
    public let byte: Int?

    init(_ code: Code, file: String = "", byte: Int? = nil, _ sentence: String) {
        self.code = code
        self.file = file
        self.byte = byte
        self.sentence = sentence
    }
}

extension ReportFileError: CustomStringConvertible {
    /// The sentence for a person, after the name of the file; in one line, with escapes for what a
    /// terminal would not show.
    public var description: String {
        let place = byte.map { "byte \($0.grouped): " } ?? ""
        return String(visible: (file.isEmpty ? "" : file + ": ") + place + sentence)
    }
}
