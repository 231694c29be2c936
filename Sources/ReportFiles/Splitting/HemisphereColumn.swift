/// A column of CSV that says on which side of the equator or of Greenwich a coordinate lies.
///
/// Such a column is never passed over: a position would be on another continent.
struct HemisphereColumn: Hashable, Sendable {
    /// The column's number and name.
    let column: Int
    let name: String
    private let axis: Axis

    enum Axis: Hashable, Sendable {
        case longitude, latitude

        /// The words for the positive and the negative side.
        fileprivate var words: (positive: [String], negative: [String]) {
            switch self {
            case .longitude: (["e", "east"], ["w", "west"])
            case .latitude: (["n", "north"], ["s", "south"])
            }
        }

        fileprivate var names: Set<String> {
            switch self {
            case .longitude: HemisphereColumn.names(of: ["lon", "long", "lng", "longitude"], "ew")
            case .latitude:
                HemisphereColumn.names(of: ["lat", "latitude"], "ns").union([
                    "hemisphere", "hemi",
                ])
            }
        }
    }

    /// The first column that has such a name; `nil` where there is none.
    init?(_ axis: Axis, of names: [String]) {
        let known = axis.names
        guard
            let column = names.firstIndex(where: { name in
                known.contains(String(name.lowercased().filter { $0.isLetter || $0.isNumber }))
            })
        else { return nil }
        self.column = column
        name = names[column]
        self.axis = axis
    }

    /// The sign that a coordinate gets; `nil` where the text names no side of the axis.
    func sign(_ text: String) -> Double? {
        let word = text.lowercased().filter { $0 != " " && $0 != "." }
        if axis.words.positive.contains(word) { return 1 }
        return axis.words.negative.contains(word) ? -1 : nil
    }

    /// What was expected, for a sentence.
    var expected: String { axis == .longitude ? "E or W" : "N or S" }

    /// `ns`, `lat_ns`, `Lat N/S`, `latitude_hemisphere`, `GPSLatitudeRef` and what is like them.
    private static func names(of axes: [String], _ sides: String) -> Set<String> {
        let long = sides == "ns" ? "northsouth" : "eastwest"
        var names: Set<String> = [
            sides, long, sides + "indicator", sides + "hemisphere", "hemisphere" + sides,
            sides + "ind",
        ]
        for axis in axes {
            for end in [
                sides, long, "dir", "direction", "hem", "hemi", "hemisphere", "ref", "indicator",
                "ind", "sign",
            ] {
                names.formUnion([axis + end, "gps" + axis + end, end + axis, axis + end + sides])
            }
        }
        return names
    }
}
