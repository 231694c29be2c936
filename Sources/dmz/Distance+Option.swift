import ArgumentParser
import Geodesy

extension Distance {
    /// The length that an option gives, as in `--uncertainty "50 m"`.
    ///
    /// - Throws: `ValidationError` with the option when the text is no length of at least zero.
    init(option: String, _ text: String) throws {
        do throws(ParsingError) {
            try self.init(parsing: text)
        } catch {
            throw ValidationError("\(option): \(error)")
        }
    }
}
