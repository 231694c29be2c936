internal import CSimdjson
import GeoJSONText

/// Records that are objects of JSON and no Features, as many services give them: the position stands among
/// their members, under the names under which tables have it.
///
/// Each record is looked at for itself, so that what is found does not depend on others.
final class PlainObjects {
    private let fields: FieldNames
    /// What reads the wanted members of the record that was read last.
    private(set) var parser: JSONParser
    /// The indices of the members that hold its position: one, or longitude and latitude, or none.
    private(set) var positions = 0..<0
    /// The names under which the record that was read last has what is wanted.
    var wantedNames: [String] { known?.names.wanted ?? fields.wanted }
    /// What reads members of such names, for the last names.
    private var known: (names: FieldNames, parser: JSONParser)?
    /// What was found in the names that came last: most records of a file have the same.
    private var last: (names: [String], wanted: FieldNames, columns: PositionColumns?)?

    init(_ fields: FieldNames) {
        self.fields = fields
        parser = JSONParser(
            wanted: fields.readsFindings ? fields.wanted : [], readsFindings: fields.seesFindings)
    }

    /// Reads an object's wanted members.
    func read(_ bytes: UnsafeRawBufferPointer, into feature: inout csj_feature) {
        if fields.readsFindings, fields.choices.isEmpty {
            return parser.parse(object: bytes, into: &feature)
        }
        let names = Self.names(bytes).found
        let found = look(in: names)
        var wanted = found.wanted
        (wanted.position, wanted.longitude, wanted.latitude) = (nil, nil, nil)
        switch found.columns {
        case .pair(let longitude, let latitude):
            (wanted.longitude, wanted.latitude) = (names[longitude], names[latitude])
        case .whole where fields.readsFindings: break
        case .whole(let column): wanted.position = names[column]
        case .grid, nil: break
        }
        if known?.names != wanted {
            let parser = JSONParser(wanted: wanted.wanted, readsFindings: fields.seesFindings)
            known = (wanted, parser)
        }
        if let known { parser = known.parser }
        positions = wanted.positionIndex..<wanted.wanted.count
        parser.parse(object: bytes, into: &feature)
    }

    /// Whether an object has a position among its members.
    func finds(in bytes: UnsafeRawBufferPointer) -> Bool {
        let names = Self.names(bytes).found
        return switch look(in: names).columns {
        case .pair, .whole: true
        case .grid, nil: false
        }
    }

    /// The names with which an object has what is wanted, and its position among its members.
    private func look(in names: [String]) -> (wanted: FieldNames, columns: PositionColumns?) {
        if let last, last.names == names { return (last.wanted, last.columns) }
        let wanted = fields.resolved(in: names)
        let columns = PositionColumns(names, wanted)
        last = (names, wanted, columns)
        return (wanted, columns)
    }

    /// Why no position is found among the members of an object: two have one name, or several positions are there
    /// to choose from; `nil` where there is none.
    func fault(of bytes: UnsafeRawBufferPointer) -> String? {
        let (names, fault) = Self.names(bytes)
        if let fault { return fault }
        let words = PositionColumns.words(names.map(PositionColumns.plain))
        guard words.count > 1 else { return nil }
        return "the object has several positions, for "
            + words.prefix(12).map { "'\(String(shown: $0))'" }.joined(separator: ", ")
            + "; name one pair by --lon-field and --lat-field"
    }

    private static func names(
        _ bytes: UnsafeRawBufferPointer
    ) -> (found: [String], fault: String?) {
        do throws(JSONFault) {
            return (try JSONReader.read(Array(bytes)).names ?? [], nil)
        } catch {
            return ([], error.reason)
        }
    }
}

extension JSONNode {
    /// The names of an object's members; `nil` of what is none.
    var names: [String]? {
        if case .object(let members) = value { members.map(\.key) } else { nil }
    }
}
