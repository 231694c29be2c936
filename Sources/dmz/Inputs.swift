import ArgumentParser
import ReportFiles
import SystemFiles

/// Files named on the command line.
enum Inputs {
    /// Looks at files to read, and refuses to write over one of them.
    ///
    /// - Parameters:
    ///   - paths: files of reports, which are opened when their turn comes.
    ///   - others: what else is read of a run, and has been.
    ///   - outputs: where the run writes; `nil` is standard output.
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
                    "\(String(visible: file.name)) is read and would be written over; name another "
                        + "output")
            }
        }
        return files
    }
}

extension [InputFile] {
    /// How many reports the files have at least, about; of pipes it is not known.
    var leastReports: Int { compactMap(\.size).reduce(0, +) / Self.bytesOfReport }

    /// What a report takes in a file, about.
    private static var bytesOfReport: Int { 170 }
}
