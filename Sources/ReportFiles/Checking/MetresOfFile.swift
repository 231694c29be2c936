import Geodesy

/// The first positions of a file whose numbers look like metres of a grid.
package struct MetresOfFile: Hashable, Sendable {
    /// The file's name.
    package let file: String
    /// The numbers as they stand where longitude and latitude are looked for.
    package fileprivate(set) var numbers: [Coordinate]

    /// So many are kept of each of so many files.
    fileprivate static let most = 5
    fileprivate static let mostFiles = 10

    init(file: String, numbers: [Coordinate]) { (self.file, self.numbers) = (file, numbers) }
}

extension [MetresOfFile] {
    /// Adds what was found later, as far as there is room.
    mutating func take(_ found: MetresOfFile) {
        if let known = lastIndex(where: { $0.file == found.file }) {
            let room = MetresOfFile.most - self[known].numbers.count
            self[known].numbers += found.numbers.prefix(Swift.max(room, 0))
        } else if count < MetresOfFile.mostFiles {
            append(found)
        }
    }
}
