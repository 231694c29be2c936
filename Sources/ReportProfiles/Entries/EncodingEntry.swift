import ReportFiles

/// `encoding`: how the text is written, such as `windows-1251`.
struct EncodingEntry: ProfileEntry {
    static let keys = ["encoding"]

    private let encoding: TextEncoding

    init(_ value: ProfileNode) throws(ProfileFault) {
        guard let encoding = value.text.flatMap({ TextEncoding($0) }) else {
            throw value.fault("expected the name of an encoding such as windows-1251 or UTF-16LE")
        }
        self.encoding = encoding
    }

    func apply(to input: inout ReportInput) { input.encoding = input.encoding ?? encoding }
}
