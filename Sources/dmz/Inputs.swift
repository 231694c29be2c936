import ArgumentParser
import ReportFiles

/// Files named on the command line.
enum Inputs {
    /// Opens files to read, and refuses to write over one of them.
    static func open(
        _ paths: [String], besides others: [String] = [], outputs: [String?]
    ) throws -> [InputFile] {
        if paths.count(where: { $0 == "-" }) > 1 {
            throw ValidationError("standard input (-) can be read once only")
        }
        let files = try paths.map { try InputFile(path: $0) }
        let read = try files + others.filter { $0 != "-" }.map { try InputFile(path: $0) }
        for output in outputs {
            if let file = read.first(where: { $0.isSame(as: output) }) {
                throw ValidationError(
                    "\(file.name) is read and would be written over; name another output")
            }
        }
        return files
    }

    /// Refuses two outputs of one name.
    static func refuseSameOutputs(_ outputs: [String?]) throws {
        let named = outputs.compactMap { $0 }.map { OutputFile.canonicalName($0) }
        for (k, path) in named.enumerated() where named[..<k].contains(path) {
            throw ValidationError("'\(path)' is named for two outputs")
        }
    }
}

extension [InputFile] {
    /// How many bytes the files are known to have together; of pipes it is not known.
    var leastBytes: Int { compactMap(\.size).reduce(0, +) }
}
