import AgreementFiles
import ArgumentParser
import Demarcation
import Geodesy
import ReportFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The exit statuses that dmz promises.
extension ExitCode {
    /// Bytes could not be read or written.
    static let inputOutput = ExitCode(1)
    /// What was read cannot be used.
    static let unusable = ExitCode(65)
    /// A finding that was asked for with `--fail-on`.
    static let found = ExitCode(3)
}

/// What dmz says to a person, on standard error.
enum Diagnostics {
    static func say(_ text: String) {
        var line = text + "\n"
        // A closed standard error is no reason to stop.
        line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Writes text to a file, or to standard output without one, and says what goes wrong.
    static func output(_ text: String, to path: String? = nil) throws {
        do {
            let output = try OutputFile(path: path)
            try output.write(ByteBuffer(text.utf8))
            try output.finish()
        } catch {
            throw status(for: error)
        }
    }

    /// Whether standard error is a terminal.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether headings may be bold there.
    static var isColoured: Bool { isTerminal && getenv("NO_COLOR") == nil }

    /// Says what went wrong and answers with the status for it.
    static func status(for error: any Error) -> any Error {
        switch error {
        case let error as ReportFileError:
            if error.code == .closedPipe { return ExitCode.inputOutput }
            say("dmz: \(error)")
            return error.code == .inputOutput ? ExitCode.inputOutput : ExitCode.unusable
        case let error as AgreementFileErrors:
            // Without a prefix, so that editors find the place: file:line:column.
            say(error.description)
            return error.isUnreadable ? ExitCode.inputOutput : ExitCode.unusable
        case let error as AgreementFileError:
            say(error.description)
            return error.code == .unreadable ? ExitCode.inputOutput : ExitCode.unusable
        case is AgreementError, is LineGeometryError:
            say("dmz: \(error)")
            return ExitCode.unusable
        default: return error
        }
    }
}
