import Datums
import Geodesy
import ReportFiles

/// In which grids the numbers of files would lie in the agreement's area, where they look like metres.
enum GridHints {
    /// One line for each file of which something can be said.
    static func lines(_ tally: Tally, near extent: Extent?) -> [String] {
        guard let extent else { return [] }
        let box = GridCandidates.Box(
            southWest: extent.southWest, northEast: extent.northEast)
        return tally.metres.compactMap { found in
            let numbers = found.numbers.map { (x: $0.longitude, y: $0.latitude) }
            return sentence(GridCandidates.find(numbers, near: box)).map { "\(found.file): \($0)" }
        }
    }

    private static func sentence(_ candidates: [GridCandidates.Candidate]) -> String? {
        guard let first = candidates.first else { return nil }
        let places = candidates.map { candidate in
            let kilometres = candidate.distance.value(in: .kilometre).rounded()
            let place =
                kilometres < 1
                ? "in the agreement's area" : "\(kilometres.fixed(0)) km from the agreement's area"
            return "as \(candidate.code) (\(candidate.name)) they would lie \(place)"
        }
        return "numbers look like metres of a grid: " + places.joined(separator: ", ")
            + (first.isExchanged
                ? ", with easting and northing exchanged (--lon-field names the easting)" : "")
            + ". The numbers do not tell the datum; --crs \(first.code) reads them so"
    }
}
