import ReportFiles

/// `word`: what `*` stands for in names; `[]` where names with a `*` stand for nothing.
struct WordEntry: ProfileEntry {
    static let keys = ["word"]

    private let word: String?

    init(_ value: ProfileNode) throws(ProfileFault) {
        word = value.word
        guard word != nil || value.list?.isEmpty == true else {
            throw value.fault("expected a word, or [] for none")
        }
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        // An option that names a column of positions says the word.
        guard asked.position == nil, asked.longitude == nil, asked.latitude == nil else { return }
        fields.choices.close(word)
    }
}
