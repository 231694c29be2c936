import Geodesy

/// The positions of a file's records by what identifies them.
package struct PointsByID {
    /// The positions, in the order of the file.
    package private(set) var points: [(id: String, position: Coordinate)] = []
    /// How many records have no position, no identifier, or one that several have.
    package private(set) var withoutPosition = 0
    package private(set) var withoutID = 0
    package private(set) var repeated = 0
    /// The first reason why a record has no position, with its place.
    package private(set) var fault: String?

    /// Reads a file; `input.fields` name the identifier.
    ///
    /// - Throws: `ReportFileError` when it cannot be read or used.
    package init(_ file: InputFile, _ input: ReportInput) throws {
        let reader = PositionReader(fields: input.fields)
        var places: [String: Int] = [:]
        var all: [(id: String, position: Coordinate)] = []
        var counts: [Int] = []
        try input.read(file) { block in
            try reader.read(block) { reading in
                let id = reading.id?.trimmingSpaces
                if let reason = reading.fault {
                    withoutPosition += 1
                    fault = fault ?? "\(file.name): \(reading.place): \(reason)"
                } else if let id, !id.isEmpty {
                    if let place = places[id] {
                        counts[place] += 1
                    } else {
                        places[id] = all.count
                        all.append((id, reading.position))
                        counts.append(1)
                    }
                } else {
                    withoutID += 1
                }
            }
        }
        points = zip(all, counts).filter { $0.1 == 1 }.map(\.0)
        repeated = counts.filter { $0 > 1 }.reduce(0, +)
    }
}
