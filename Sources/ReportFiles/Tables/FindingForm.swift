internal import CSimdjson
import GeoJSONText

/// A form of records of which findings are read.
protocol FindingForm: RecordForm {
    /// Whether the record that was read last has the wanted member at an index, be it null.
    func has(_ index: Int) -> Bool
    /// Where the wanted member at an index stands, when it is a list of identifiers.
    func list(_ index: Int) -> Range<Int>?
    /// The identifiers of such a list; `nil` for what is none.
    static func texts(ofList list: UnsafeRawBufferPointer) -> [String]?
    /// A text as it was before it was written.
    static func read(written text: String) -> String
}

extension FeatureForm: FindingForm {
    static func texts(ofList list: UnsafeRawBufferPointer) -> [String]? {
        guard let nodes = try? JSONReader.read(Array(list)).array else { return nil }
        let texts = nodes.compactMap(\.string)
        return texts.count == nodes.count ? texts : nil
    }

    static func read(written text: String) -> String { text }
}

extension CSVForm: FindingForm {
    static func texts(ofList list: UnsafeRawBufferPointer) -> [String]? {
        CSVFields.text(list).split(separator: ";").map { read(written: String($0)) }
    }

    /// Takes the apostrophe away that keeps spreadsheets from computing.
    static func read(written text: String) -> String {
        guard text.utf8.first == UInt8(ascii: "'") else { return text }
        let rest = String(text.dropFirst())
        return rest.beginsFormula ? rest : text
    }
}
