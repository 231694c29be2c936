import ArgumentParser
import DemarcationReport
import ReportFiles
import SystemFiles

/// What maps and reports are made from.
struct MapInput: ParsableArguments {
    @Argument(
        help: "The agreement file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var agreement: String
    @Argument(
        help: "Files of findings, as dmz check writes them, or of reports; - is standard input.",
        completion: .file())
    var findings: [String] = []
    @Option(
        help: ArgumentHelp(
            "A GeoJSON file shown below all else for orientation; may be given several times.",
            valueName: "file"), completion: .file())
    var layer: [String] = []
    @Option(help: "The heading; the agreement's title when not given.")
    var title: String?
    @Option(
        help: ArgumentHelp(
            "The language: \(ReportWords.languages.joined(separator: ", ")).", valueName: "tag"))
    var language = "en"
    @Option(
        help: "How many threads are used; as many as there are processors when not given.")
    var threads: Int?
    @Flag(name: [.short, .long], help: "Say nothing but errors on standard error.")
    var quiet = false

    func validate() throws {
        _ = try words()
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads: \(threads) is not in 1...1024")
        }
    }

    /// The words of the language that was asked for.
    func words() throws -> ReportWords {
        guard let words = ReportWords(language) else {
            throw ValidationError(
                "--language: there are no words of '\(String(visible: language))'; there are those of "
                    + ReportWords.languages.joined(separator: ", "))
        }
        return words
    }

    /// Adds the user's layers.
    func addLayers(to content: inout MapContent) throws {
        for path in layer {
            let bytes = try InputFile(path: path).wholeContents()
            let name = path.split(separator: "/").last.map(String.init) ?? path
            do {
                try content.addLayer(bytes, name: name)
            } catch {
                Diagnostics.say("dmz: \(path): \(error.reason)")
                throw ExitCode.unusable
            }
        }
    }
}

extension InputFile {
    /// All bytes.
    func wholeContents() throws(ReportFileError) -> [UInt8] {
        var bytes: [UInt8] = []
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)
        defer { chunk.deallocate() }
        while case let count = try read(into: chunk), count > 0 {
            bytes += chunk[..<count]
        }
        return bytes
    }
}
