import Agreements
import GeoJSONText

extension InputFile {
    /// Whether it holds what `dmz check` wrote, by its first block; what cannot be read holds findings, so that
    /// reading them says why.
    ///
    /// The file is read from its beginning afterwards.
    package func holdsFindings(_ input: ReportInput) -> Bool {
        let members = ShownMembers(input.fields)
        let readsEvents = input.fields.readsEvents
        var input = input
        input.fields = members.fields
        input.fields.readsEvents = readsEvents
        return lookingAhead {
            let source = BlockSource(files: [self], input: input)
            var memory = ByteBuffer()
            let tokens = JSONParser(input.fields)
            guard let item = try? source.next(in: &memory, tokens: tokens) else { return true }
            // What is written of events is JSON.
            if item.block.format == .cot { return false }
            if let layout = item.block.layout {
                let names = layout.names
                if names.contains(FindingMembers.finding) || names.contains(FindingMembers.error) {
                    return true
                }
            }
            var reader = FindingReader(members)
            var nothing = NoGathering()
            let notes = reader.read(item.block, of: name, 0, into: &nothing)
            return notes.found > 0 || (notes.read == 0 && item.block.layout == nil)
        }
    }
}

/// Gathers nothing.
private struct NoGathering: FindingGathering {
    func ofBlock() -> Self { self }
    func wantsReport(of finding: ShownFinding) -> Bool { false }
    mutating func add(_ finding: ShownFinding, _ report: Report?) {}
    mutating func add(_ block: Self) {}
}
