import AgreementFiles
import Agreements
import ArgumentParser

/// The agreement that a command works with.
struct AgreementArgument: ParsableArguments {
    @Argument(
        help: "The agreement file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var agreement: String

    /// Reads the agreement; writes what is wrong to standard error and exits with 1 where a file
    /// cannot be read and with 65 where it cannot be used.
    func read() throws -> AgreementFile { try Self.read(agreement) }

    /// Reads another one in the same way.
    static func read(_ path: String) throws -> AgreementFile {
        do throws(AgreementFileErrors) {
            return try AgreementFile.read(path: path)
        } catch {
            throw Diagnostics.status(for: error)
        }
    }
}
