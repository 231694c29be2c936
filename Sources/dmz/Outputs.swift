import ArgumentParser
import ReportFiles
import SystemFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Files that a command writes.
enum Outputs {
    /// A file as it was named by an option.
    struct Name {
        let option: String
        /// `nil` when the option was not given.
        let path: String?

        init(_ option: String, _ path: String?) {
            self.option = option
            self.path = path
        }
    }

    /// Refuses an empty name, and two outputs of one name.
    static func check(_ names: [Name]) throws {
        if let name = names.first(where: { $0.path?.isEmpty == true }) {
            throw ValidationError(
                "\(name.option): the name is empty; name a file, or - for "
                    + "standard output")
        }
        let places = names.compactMap(\.path).compactMap { OutputFile.canonicalName($0) }
        // By bytes: text that looks the same may be the names of two files.
        let bytes = places.map(\.rawBytes)
        for (k, path) in places.enumerated() where bytes[..<k].contains(bytes[k]) {
            throw ValidationError("'\(String(visible: path))' is named for two outputs")
        }
    }

    /// Whether what is written to a path comes out where standard output goes.
    static func isStandardOutput(_ path: String?) -> Bool {
        guard let path, path != "-" else { return true }
        let output = FileStatus(descriptor: STDOUT_FILENO)
        return output != nil && FileStatus(path: path)?.identity == output?.identity
    }

    /// Begins a file, before the work whose result it takes; says what earlier runs left of it.
    static func open(_ path: String?) throws -> OutputFile {
        let file = try OutputFile(path: path)
        for left in file.leftovers {
            let shown = String(visible: left)
            Diagnostics.say(
                "dmz: \(shown): left from an unfinished run, which was killed; it is in nobody's way, "
                    + "remove it with rm '\(shown)'")
        }
        return file
    }

    /// Writes a text whole or not at all.
    static func write(_ text: String, to path: String?) throws { try write([(text, path)]) }

    /// Writes texts to a file each, all of them whole or none.
    static func write(_ texts: [(text: String, path: String?)]) throws {
        do {
            let files = try texts.map { try open($0.path) }
            for (file, written) in zip(files, texts) {
                try file.write(ByteBuffer(written.text.utf8))
            }
            try OutputFile.finish(files)
        } catch {
            throw Diagnostics.status(for: error)
        }
    }
}
