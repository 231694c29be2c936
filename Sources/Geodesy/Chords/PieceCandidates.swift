/// Where the candidates for nearest places are read from, for as long as a batch takes.
struct PieceCandidates {
    let grid: ChordGrid
    private let lists: UnsafeBufferPointer<UInt32>
    /// The numbers of all pieces, of which a run is a part.
    private let numbers: UnsafeBufferPointer<UInt32>

    /// Calls `body` with the candidates of a line.
    @inline(__always)
    static func with<Result>(_ line: QuickLine, _ body: (PieceCandidates) -> Result) -> Result {
        line.grid.lists.withUnsafeBufferPointer { lists in
            line.numbers.withUnsafeBufferPointer { numbers in
                body(PieceCandidates(grid: line.grid, lists: lists, numbers: numbers))
            }
        }
    }

    private init(
        grid: ChordGrid, lists: UnsafeBufferPointer<UInt32>, numbers: UnsafeBufferPointer<UInt32>
    ) {
        self.grid = grid
        self.lists = lists
        self.numbers = numbers
    }

    /// The number of the list for a position; -1 beyond the frame.
    @inline(__always)
    func list(for position: Coordinate) -> Int {
        guard
            let place = grid.frame.place(
                longitude: position.longitude, latitude: position.latitude)
        else { return -1 }
        return grid.list(column: place.column, row: place.row)
    }

    /// The pieces of a list; none for -1.
    @inline(__always)
    func pieces(ofList list: Int) -> UnsafeBufferPointer<UInt32> {
        guard list >= 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
        let count = Int(lists[list])
        return UnsafeBufferPointer(rebasing: lists[list + 1..<list + 1 + count])
    }

    @inline(__always)
    func pieces(of run: PieceRun) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(rebasing: numbers[run.first..<run.first + run.count])
    }
}
