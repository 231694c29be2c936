import AgreementFiles
import Agreements
import ArgumentParser
import DemarcationReport
import Geodesy
import ReportFiles
import SystemFiles

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
    /// Says one line.
    ///
    /// What would steer a terminal or begin another line becomes escapes here, wherever it comes from.
    static func say(_ line: String) { put(String(visible: line) + "\n") }

    /// Says several lines, of which headings stand out on a terminal.
    static func say(_ lines: [SummaryTable.Line]) {
        let isBold = isColoured
        let texts = lines.map { line in
            let text = String(visible: line.text)
            return line.isHeading && isBold ? "\u{1B}[1m\(text)\u{1B}[0m" : text
        }
        put(texts.map { $0 + "\n" }.joined())
    }

    /// Says what the parser of the command line has to say, in its own lines.
    ///
    /// - Parameter arguments: the command line, whose parts may be quoted in the text.
    static func say(usage text: String, of arguments: [String]) {
        var text = text
        for argument in arguments where argument.unicodeScalars.contains(where: \.isHidden) {
            text = text.replacing(argument, with: String(visible: argument))
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        put(lines.map { String(visible: String($0)) + "\n" }.joined())
    }

    private static func put(_ text: String) {
        var text = text
        // A closed standard error is no reason to stop.
        text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Writes text to standard output, and says what goes wrong.
    static func output(_ text: String) throws {
        do {
            let output = try OutputFile(path: nil)
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
            for error in error.errors { say(error.description) }
            return error.isUnreadable ? ExitCode.inputOutput : ExitCode.unusable
        case let error as AgreementFileError:
            say(error.description)
            return error.code == .unreadable ? ExitCode.inputOutput : ExitCode.unusable
        case let error as PictureRenderer.Failure:
            say("dmz: \(error)")
            return ExitCode.inputOutput
        case is AgreementError, is LineGeometryError:
            say("dmz: \(error)")
            return ExitCode.unusable
        default: return error
        }
    }
}
