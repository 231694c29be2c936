/// What an index says of many positions, in their order.
///
/// One label of four bytes a position; a table, shared with the index, says what labels stand for.
public struct ZoneVerdicts: Sendable, RandomAccessCollection {
    /// The positions' labels: equal labels have equal verdicts, within these verdicts.
    public internal(set) var labels: [UInt32]
    var table: ZoneLabels

    /// Always 0.
    public var startIndex: Int { 0 }
    /// How many positions there are.
    public var endIndex: Int { labels.count }

    /// The verdict on a position.
    public subscript(position: Int) -> ZoneVerdict { verdict(ofLabel: labels[position]) }

    /// The verdict that a label of these stands for.
    public func verdict(ofLabel label: UInt32) -> ZoneVerdict {
        ZoneVerdict(row: table.row(label), zoneCount: table.zoneCount)
    }
}
