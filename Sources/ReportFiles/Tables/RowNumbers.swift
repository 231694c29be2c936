/// Numbers for the rows of a table, each known by a word for every key.
struct RowNumbers {
    /// The words of the rows, by the rows' numbers.
    private(set) var rows: [[Int]] = []
    /// The next place on the way to a row, by the place and the word.
    private var places: [Step: Int] = [:]
    private var placeCount = 1

    private struct Step: Hashable {
        let place: Int
        let word: Int
    }

    /// The number of a row, which is the next one when it is new.
    mutating func number(_ words: [Int]) -> Int {
        var place = 0
        for (k, word) in words.enumerated() {
            let step = Step(place: place, word: word)
            if let known = places[step] {
                place = known
            } else if k == words.count - 1 {
                places[step] = rows.count
                rows.append(words)
                return rows.count - 1
            } else {
                places[step] = placeCount
                place = placeCount
                placeCount += 1
            }
        }
        return place
    }
}
