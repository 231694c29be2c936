import Datums
import Notations

/// Reads the positions of records that name their own reference systems, each by the system it names.
///
/// One for each reader of records, so that what it remembers needs no lock.
final class RecordSystems {
    private let fields: FieldNames
    private let systems: DatumSystems
    /// The property or column with the system's code.
    private let name: String
    /// What reads the positions of records that name none.
    private let usual: PositionText
    private var known: [String: Result<PositionText, PositionText.Fault>] = [:]

    /// So many names are remembered.
    private static let most = 1000

    /// - Returns: `nil` where records do not name their systems.
    init?(_ fields: FieldNames) {
        guard let name = fields.system, let systems = fields.systems else { return nil }
        (self.name, self.systems) = (name, systems)
        self.fields = fields
        usual = PositionText(fields)
    }

    /// What reads a position in the system of that name; an empty one names none.
    func position(in name: String) throws(PositionText.Fault) -> PositionText {
        if let found = known[name] { return try found.get() }
        let plain = name.trimmingSpaces
        let found: Result<PositionText, PositionText.Fault>
        if plain.isEmpty {
            found = .success(usual)
        } else {
            do throws(DatumError) {
                found = .success(
                    PositionText(fields, try systems.transform(named: plain)))
            } catch {
                found = .failure(fault(error.sentence))
            }
        }
        if known.count < Self.most { known[name] = found }
        return try found.get()
    }

    /// The same for the value of a record's member.
    func position(in value: FieldValue) throws(PositionText.Fault) -> PositionText {
        switch value {
        case .text(let text): return try position(in: text)
        case .absent: return usual
        case .unusable(let found): throw fault("it is \(found), expected a code such as EPSG:28407")
        }
    }

    private func fault(_ sentence: String) -> PositionText.Fault {
        PositionText.Fault(
            sentence: "the system in '\(String(shown: name))' cannot be used: \(sentence)")
    }
}
