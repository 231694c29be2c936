import Zones

/// Writes how likely a report is in zones: as an object of JSON, in CSV as one column or as one for each zone.
struct ProbabilityWriter: Sendable {
    private let zones: [String]
    private let isWide: Bool
    /// The zones' names as members begin in JSON, and as parts of a column begin.
    private let members: [[UInt8]]

    init(zones: [String], isWide: Bool) {
        (self.zones, self.isWide) = (zones, isWide)
        members = zones.map { zone in
            var text = ByteBuffer()
            text.appendJSON(zone)
            text.append(UInt8(ascii: ":"))
            return Array(text.bytes)
        }
    }

    /// The names of the columns.
    var columnNames: [String] {
        let name = OutputField.probability.rawValue
        return isWide ? zones.map { name + ":" + $0 } : [name]
    }

    /// How many places there are in a record.
    func slots(inCSV: Bool) -> Int { inCSV && isWide ? zones.count : 1 }

    /// Appends what stands in a place; probabilities with three decimals, from least to greatest where a bound
    /// leaves more than one possible.
    ///
    /// `{"dmz":0.731,"guns":[0.250,1.000]}`; in CSV `dmz=0.731;guns=0.250..1.000`, or in the column of a zone
    /// `0.731`. Zones in which the report certainly is not are left out, but for columns of their own.
    func append(
        _ found: [ProbabilityRange]?, slot: Int, inCSV: Bool, delimiter: UInt8?,
        to output: inout ByteBuffer
    ) {
        guard let found else {
            if !inCSV { output.append(contentsOf: "null".utf8) }
            return
        }
        guard inCSV else { return appendObject(found, to: &output) }
        let text: String
        if isWide {
            text = found[slot].description
        } else {
            text = zip(zones, found).filter { $0.1.greatest > 0 }
                .map { "\($0)=\($1)" }.joined(separator: ";")
        }
        output.appendCSV(plain: text, delimiter ?? UInt8(ascii: ","))
    }

    private func appendObject(_ found: [ProbabilityRange], to output: inout ByteBuffer) {
        output.append(UInt8(ascii: "{"))
        var isFirst = true
        for (member, range) in zip(members, found) where range.greatest > 0 {
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            output.append(contentsOf: member)
            if range.isOne {
                output.append(range.least, decimals: 3)
            } else {
                output.append(UInt8(ascii: "["))
                output.append(range.least, decimals: 3)
                output.append(UInt8(ascii: ","))
                output.append(range.greatest, decimals: 3)
                output.append(UInt8(ascii: "]"))
            }
        }
        output.append(UInt8(ascii: "}"))
    }
}
