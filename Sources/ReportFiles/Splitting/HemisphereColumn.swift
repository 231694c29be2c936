/// A column of CSV that says on which side of the equator or of Greenwich a coordinate lies.
///
/// Such a column is never passed over: a position would be on another continent.
struct HemisphereColumn: Hashable, Sendable {
    /// The column's number and name.
    let column: Int
    let name: String
    private let axis: Axis
    /// Whether the name can mean nothing else, as `lat_ns`; `ew` may.
    private let isCertain: Bool
    /// Whether it may speak of either axis, or of both, as `hemisphere`.
    private let isShared: Bool

    enum Axis: Hashable, Sendable, CaseIterable {
        case longitude, latitude

        fileprivate var names: [String] {
            self == .longitude ? ["lon", "long", "lng", "longitude"] : ["lat", "latitude"]
        }

        fileprivate var sides: [String] {
            self == .longitude ? ["ew", "eastwest"] : ["ns", "northsouth"]
        }

        /// The words for the positive and the negative side.
        fileprivate var words: (positive: Set<String>, negative: Set<String>) {
            switch self {
            case .longitude:
                (
                    ["e", "east", "eastern", "est", "este", "ost", "leste", "восток", "в", "сх"],
                    ["w", "west", "western", "ouest", "oeste", "запад", "з", "зх"]
                )
            case .latitude:
                (
                    ["n", "north", "northern", "nord", "norte", "север", "с", "пн"],
                    ["s", "south", "southern", "sud", "süd", "sur", "sul", "юг", "ю", "пд"]
                )
            }
        }

        fileprivate func sign(_ word: String) -> Double? {
            words.positive.contains(word) ? 1 : words.negative.contains(word) ? -1 : nil
        }
    }

    /// What a cell says of the axis.
    enum Word: Equatable {
        /// The sign that the coordinate gets.
        case side(Double)
        /// Nothing of this axis, but of the other.
        case other
        /// Nothing of any: the column is another one.
        case foreign
    }

    /// The columns that have such a name.
    static func columns(_ axis: Axis, of names: [String]) -> [HemisphereColumn] {
        names.enumerated().compactMap { HemisphereColumn(axis, column: $0, name: $1) }
    }

    /// `ns`, `lat_ns`, `Lat N/S`, `latitude_hemisphere`, `GPSLatitudeRef`, `quadrant` and what is like them.
    private init?(_ axis: Axis, column: Int, name: String) {
        (self.column, self.name, self.axis) = (column, name, axis)
        var rest = Substring(name.lowercased().filter { $0.isLetter || $0.isNumber })
        isShared = Self.shared.contains(String(rest))
        if isShared || axis.sides.contains(String(rest)) {
            isCertain = false
            return
        }
        if rest.hasPrefix("gps") { rest = rest.dropFirst(3) }
        let ends = Self.certainEnds.union(axis.sides).union(Self.otherEnds)
        for known in axis.names + axis.sides {
            for end in ends {
                let isAxis = axis.names.contains(known)
                // `nsref` and `nsdir` are other things than the sides of an axis.
                guard isAxis || Self.certainEnds.contains(end) || end.hasPrefix("ind") else {
                    continue
                }
                let sided = axis.sides.map { known + end + $0 }
                guard
                    [known + end, end + known].contains(String(rest))
                        || sided.contains(String(rest))
                else { continue }
                isCertain = !Self.otherEnds.contains(end)
                return
            }
        }
        return nil
    }

    private static let shared: Set<String> = [
        "hemisphere", "hemi", "hemispheres", "quadrant", "cardinal",
    ]
    private static let certainEnds: Set<String> = ["hem", "hemi", "hemisphere"]
    private static let otherEnds: Set<String> = [
        "dir", "direction", "ref", "indicator", "ind", "sign", "cardinal", "quadrant",
    ]

    /// What a cell says; `nil` where that cannot be told.
    func word(_ text: String) -> Word? {
        let word = text.lowercased().filter { $0 != " " && $0 != "." && $0 != "-" }
        if let sign = axis.sign(word) { return .side(sign) }
        if isShared {
            let other: Axis = axis == .longitude ? .latitude : .longitude
            if other.sign(word) != nil { return .other }
            if let (north, east) = Self.quadrant(word) {
                return .side(axis == .latitude ? north : east)
            }
        }
        let isForeign =
            word.contains { $0.isNumber } || ["no", "yes", "true", "false", "none"].contains(word)
        return isForeign && !isCertain ? .foreign : nil
    }

    /// The signs of `NW`, `south-east` and what is like them.
    private static func quadrant(_ word: String) -> (north: Double, east: Double)? {
        for cut in word.indices.dropFirst() {
            if let north = Axis.latitude.sign(String(word[..<cut])),
                let east = Axis.longitude.sign(String(word[cut...]))
            {
                return (north, east)
            }
        }
        return nil
    }

    /// What was expected, for a sentence.
    var expected: String {
        (axis == .longitude ? "E or W" : "N or S")
            + "; a column that says something else needs another name"
    }
}
