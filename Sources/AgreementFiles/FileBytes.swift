import GeoJSONText
import SystemFiles

/// Whole files as text.
enum FileBytes {
    /// The bytes of a file.
    ///
    /// - Throws: `AgreementFileError` when it is missing, may not be read, is no regular file or has
    ///   more than 1 GB.
    static func read(_ path: String) throws(AgreementFileError) -> [UInt8] {
        do throws(RegularFile.Fault) {
            return try RegularFile.read(path)
        } catch {
            throw AgreementFileError(.unreadable, file: path, at: nil, error.sentence)
        }
    }

    /// Refuses a format of another program, by its name and with the way to convert it.
    static func refuseForeign(
        _ bytes: [UInt8], file: String, expecting expected: String
    ) throws(AgreementFileError) {
        guard let format = ForeignFormat(bytes) else { return }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let stem =
            name.contains(".") ? name.split(separator: ".").dropLast().joined(separator: ".") : name
        let way = format.way.replacing(
            "-f GeoJSON out.geojson IN",
            with: "-f GeoJSON -t_srs OGC:CRS84 \(stem.isEmpty ? "out" : stem).geojson \(name)")
        throw AgreementFileError(
            .syntax, file: file, at: nil,
            "this is \(format.name), and \(expected) is expected; \(way)")
    }

    /// The text of a file in UTF-8, without a byte-order mark.
    static func readText(_ path: String) throws(AgreementFileError) -> String {
        try text(of: read(path), file: path)
    }

    /// Bytes as text in UTF-8, without a byte-order mark.
    static func text(of bytes: [UInt8], file: String) throws(AgreementFileError) -> String {
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let text = String(validating: content, as: UTF8.self) { return text }
        var valid = 0
        // The longest beginning that is text; characters have at most four bytes.
        for line in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            guard String(validating: line, as: UTF8.self) != nil else { break }
            valid += 1
        }
        throw AgreementFileError(
            .syntax, file: file, at: TextMark(line: valid + 1, column: 1),
            "this line is not text in UTF-8; save the file as UTF-8")
    }
}
