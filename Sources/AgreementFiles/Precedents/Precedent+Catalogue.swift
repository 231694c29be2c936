import PrecedentTexts

extension Precedent {
    /// The precedents that come with the library, the oldest first.
    ///
    /// - Throws: `AgreementFileErrors` with all that is wrong in the catalogue, which its tests see to that it never is.
    public static var all: [Precedent] {
        get throws(AgreementFileErrors) { try catalogue.get() }
    }

    /// The precedent of a name; `nil` where there is none.
    ///
    /// - Throws: `AgreementFileErrors` with all that is wrong in the catalogue.
    public static func named(_ id: String) throws(AgreementFileErrors) -> Precedent? {
        try all.first { $0.id == id }
    }

    private static let catalogue = read(EmbeddedPrecedents.texts)

    /// Precedents from their texts, by name.
    private static func read(
        _ texts: [String: [UInt8]]
    ) -> Result<[Precedent], AgreementFileErrors> {
        var found: [Precedent] = []
        var errors: [AgreementFileError] = []
        for (id, bytes) in texts.sorted(by: { $0.key < $1.key }) {
            do throws(AgreementFileErrors) {
                found.append(try Precedent(id: id, yaml: String(decoding: bytes, as: UTF8.self)))
            } catch {
                errors += error.errors
            }
        }
        guard errors.isEmpty else { return .failure(AgreementFileErrors(errors: errors)) }
        return .success(found.sorted { ($0.year, $0.id) < ($1.year, $1.id) })
    }
}
