import Agreements
import Datums

/// An agreement as read from a file, with what is worth knowing about how it was read.
public struct AgreementFile: Sendable {
    /// The agreement; it has no `faults`.
    public let agreement: Agreement
    /// What the reader noticed and did not refuse, in the order of the file's lines.
    public let warnings: [AgreementFileError]
    /// The paths of the geometry files that it names, in the order in which they were read.
    public let geometryFiles: [String]
    /// The systems in which it has coordinates by `crs`, in the order of the file.
    package let systems: [WrittenSystem]

    /// Reads an agreement file; the geometry files that it names are sought relative to it.
    ///
    /// Only regular files of at most 1 GB are read; a device or a pipe is refused before it is opened.
    ///
    /// - Throws: `AgreementFileErrors` with all that is wrong in it and in its geometry files.
    public static func read(path: String) throws(AgreementFileErrors) -> AgreementFile {
        let text: String
        do throws(AgreementFileError) {
            let bytes = try FileBytes.read(path)
            try FileBytes.refuseForeign(bytes, file: path, expecting: "an agreement in YAML")
            text = try FileBytes.text(of: bytes, file: path)
        } catch {
            throw AgreementFileErrors(errors: [error])
        }
        // By bytes: a mark that combines with a slash would make another character of it.
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(path[...$0]) } ?? ""
        return try read(text: text, name: path, folder: folder)
    }

    /// Reads an agreement from text.
    ///
    /// - Parameters:
    ///   - text: YAML, or JSON, which is YAML too.
    ///   - name: what errors call the text.
    ///   - folder: where the geometry files that it names are sought.
    /// - Throws: `AgreementFileErrors` with all that is wrong in it and in its geometry files.
    public static func read(
        text: String, name: String = "agreement", folder: String = ""
    ) throws(AgreementFileErrors) -> AgreementFile {
        let root: YAMLNode?
        let keyErrors: [AgreementFileError]
        do throws(AgreementFileError) {
            (root, keyErrors) = try YAMLDocument.read(text, file: name)
        } catch {
            throw AgreementFileErrors(errors: [error])
        }
        let base = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
        var reader = AgreementReader(file: name, folder: base, errors: keyErrors)
        let agreement = reader.read(root)
        guard reader.errors.isEmpty else {
            throw AgreementFileErrors(errors: Self.sorted(reader.errors, file: name))
        }
        return AgreementFile(
            agreement: agreement, warnings: Self.sorted(reader.warnings, file: name),
            geometryFiles: reader.geometryFiles, systems: reader.systems)
    }

    /// In the order of lines, the agreement's own file first; of one place in the order found.
    private static func sorted(
        _ issues: [AgreementFileError], file: String
    ) -> [AgreementFileError] {
        let numbered = issues.enumerated().sorted { a, b in
            let (first, second) = (a.element, b.element)
            if first.file != second.file {
                return first.file == file || (second.file != file && a.offset < b.offset)
            }
            let (from, to) = (first.line ?? 0, second.line ?? 0)
            if from != to { return from < to }
            let columns = (first.column ?? 0, second.column ?? 0)
            return columns.0 != columns.1 ? columns.0 < columns.1 : a.offset < b.offset
        }
        return numbered.map(\.element)
    }
}
