/// Gives the entries of sorted runs in one order, the least of all runs first.
struct RunMerge<Entry: Comparable & BitwiseCopyable> {
    private let runs: SpilledRuns<Entry>
    /// The runs that have entries left, as a heap: none is before the one at half its place.
    private var heap: [Run] = []

    /// A run of which a part is in memory.
    private struct Run {
        let number: Int
        var entries: [Entry]
        var next = 0
        /// The entries of the run before those in memory and with them.
        var read: Int

        var first: Entry { entries[next] }
    }

    /// So many entries of all runs are in memory, 12 MB of them, and so many of each at least.
    private static var most: Int { (12 << 20) / MemoryLayout<Entry>.stride }
    private static var least: Int { 64 }

    init(_ runs: SpilledRuns<Entry>) throws(ReportFileError) {
        self.runs = runs
        for number in runs.runs.indices where runs.runs[number].count > 0 {
            var run = Run(number: number, entries: [], read: 0)
            try fill(&run)
            heap.append(run)
        }
        heap.sort { $0.first < $1.first }
    }

    /// The next entry; `nil` behind the last.
    mutating func next() throws(ReportFileError) -> Entry? {
        guard !heap.isEmpty else { return nil }
        let entry = heap[0].first
        heap[0].next += 1
        if heap[0].next == heap[0].entries.count {
            if heap[0].read < runs.runs[heap[0].number].count {
                try fill(&heap[0])
            } else if let last = heap.popLast(), !heap.isEmpty {
                heap[0] = last
            }
        }
        sink()
        return entry
    }

    private func fill(_ run: inout Run) throws(ReportFileError) {
        let all = runs.runs[run.number].count
        let part = max(Self.least, Self.most / runs.runs.count)
        let count = min(part, all - run.read)
        let room = UnsafeMutableBufferPointer<Entry>.allocate(capacity: count)
        defer { room.deallocate() }
        try runs.read(run.number, from: run.read, into: room)
        run.entries.removeAll(keepingCapacity: true)
        run.entries.append(contentsOf: room)
        run.next = 0
        run.read += count
    }

    /// Moves the first run to where it belongs.
    private mutating func sink() {
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
                if heap[child].first < heap[least].first { least = child }
            }
            if least == place { return }
            heap.swapAt(place, least)
            place = least
        }
    }
}
