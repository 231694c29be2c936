/// Where a table has its positions.
enum PositionColumns: Hashable, Sendable {
    /// A column of longitudes and one of latitudes, in any notation of angles.
    case pair(longitude: Int, latitude: Int)
    /// One column with whole positions, in any notation.
    case whole(Int)
    /// Zone, easting and northing of UTM in columns of their own.
    case grid(GridColumns)

    /// The columns with positions by what the options say, or else by their names.
    init?(_ names: [String], _ fields: FieldNames) {
        if fields.readsFindings {
            // What tells a table of findings from others.
            guard let column = names.firstIndex(of: FindingMembers.finding) else { return nil }
            self = .whole(column)
            return
        }
        if !fields.plainColumns.isEmpty {
            let folded = names.map { $0.lowercased() }
            guard fields.plainColumns.allSatisfy(folded.contains),
                let column = folded.firstIndex(of: fields.plainColumns[0])
            else { return nil }
            self = .whole(column)
            return
        }
        if let name = fields.position {
            guard let column = names.firstIndex(of: name) else { return nil }
            self = .whole(column)
            return
        }
        let plain = names.map(Self.plain)
        func column(_ name: String?, _ guesses: [String]) -> Int? {
            if let name { return names.firstIndex(of: name) }
            return guesses.lazy.compactMap { plain.firstIndex(of: $0) }.first
        }
        let isGrid = fields.datum?.system.isProjected == true || fields.system != nil
        let isNamed = fields.longitude != nil || fields.latitude != nil
        var pair: (Int, Int)?
        // `x` beside `lat` may be anything.
        if isGrid, !isNamed {
            pair =
                Self.gridPairs.lazy.compactMap { easting, northing in
                    guard let x = plain.firstIndex(of: easting),
                        let y = plain.firstIndex(of: northing)
                    else { return nil }
                    return (x, y)
                }.first
        }
        let guesses = isGrid ? Self.gridPairs.map(\.easting) : Self.longitudes
        let others = isGrid ? Self.gridPairs.map(\.northing) : Self.latitudes
        for last in pair != nil || (isGrid && !isNamed) ? [] : isNamed ? [0] : [1, 0] {
            let longitude = column(fields.longitude, Array(guesses.dropLast(last)))
            let latitude = column(fields.latitude, Array(others.dropLast(last)))
            if let longitude, let latitude {
                pair = (longitude, latitude)
                break
            }
            if last == 1, longitude != nil || latitude != nil { break }
        }
        if pair == nil, !isNamed {
            // Which of several was meant is not guessed.
            if Self.words(plain).count > 1 { return nil }
            pair = Self.prefixed(plain)
        }
        if let pair {
            self = .pair(longitude: pair.0, latitude: pair.1)
        } else if !isNamed,
            let column = Self.wholes.lazy.compactMap({ plain.firstIndex(of: $0) }).first
        {
            self = .whole(column)
        } else if !isNamed, fields.datum == nil, let grid = GridColumns(plain: plain) {
            self = .grid(grid)
        } else {
            return nil
        }
    }

    /// Their numbers.
    var columns: [Int] {
        switch self {
        case .pair(let longitude, let latitude): [longitude, latitude]
        case .whole(let column): [column]
        case .grid(let grid): grid.columns
        }
    }

    /// A name without what people put between and around its words.
    static func plain(_ name: String) -> String {
        // Some write the tag of HXL behind the name.
        let words = name.firstRange(of: " #").map { name[..<$0.lowerBound] } ?? name[...]
        return words.lowercased().filter { !" ._-()[]°".contains($0) }
    }

    /// Names of the columns of a pair, the likelier first.
    private static let longitudes = [
        "longitude", "lon", "lng", "long", "долгота", "довгота", "pointx", "xcoord", "x",
    ]
    private static let latitudes = ["latitude", "lat", "широта", "pointy", "ycoord", "y"]

    /// Names of an easting and a northing, the likelier first; what is named for degrees may hold metres.
    private static let gridPairs: [(easting: String, northing: String)] = [
        ("easting", "northing"), ("eastings", "northings"), ("eastingm", "northingm"),
        ("rechtswert", "hochwert"), ("rw", "hw"), ("east", "north"), ("e", "n"),
        ("pointx", "pointy"), ("xcoord", "ycoord"), ("x", "y"), ("xm", "ym"),
        ("longitude", "latitude"), ("lon", "lat"), ("lng", "lat"), ("long", "lat"),
    ]

    /// Names of a column with the whole position, the likelier first.
    private static let wholes = [
        "mgrs", "usng", "gridreference", "gridref", "mgrscoordinates", "position", "coordinates",
        "coordinate", "coords", "coord", "latlon", "latlong", "latlng", "latitudelongitude",
        "geopoint", "gpscoordinates", "wkt", "geometry", "geom", "thegeom", "utm", "dms",
        "координаты",
        "координати",
    ]

    /// The words before the names of pairs such as `_Where_longitude` and `_Where_latitude`, or `gpslon` and
    /// `gpslat`: one word before, and the same.
    static func words(_ plain: [String]) -> [String] {
        var words: [String] = []
        for pair in prefixedPairs(plain) where !words.contains(pair.word) {
            words.append(pair.word)
        }
        return words
    }

    /// The first of these pairs, the likelier first.
    private static func prefixed(_ plain: [String]) -> (Int, Int)? {
        prefixedPairs(plain).first.map { ($0.longitude, $0.latitude) }
    }

    private static func prefixedPairs(
        _ plain: [String]
    ) -> [(word: String, longitude: Int, latitude: Int)] {
        var pairs: [(word: String, longitude: Int, latitude: Int)] = []
        for (longitude, latitude) in [
            ("longitude", "latitude"), ("lon", "lat"), ("lng", "lat"), ("long", "lat"),
            ("долгота", "широта"), ("довгота", "широта"),
        ] {
            for (x, name) in plain.enumerated() where name.hasSuffix(longitude) {
                let word = String(name.dropLast(longitude.count))
                if let y = plain.firstIndex(of: word + latitude) { pairs.append((word, x, y)) }
            }
        }
        return pairs
    }
}
