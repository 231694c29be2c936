import ReportFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A line on the terminal that says how far a run has come.
struct Progress {
    private let isShown: Bool
    private let total: Int?
    private let start = ContinuousClock.now
    private var next = ContinuousClock.now + .milliseconds(500)
    private var isOnScreen = false

    init(files: [InputFile], isShown: Bool) {
        self.isShown = isShown
        let sizes = files.map(\.size)
        total = sizes.contains(nil) ? nil : sizes.compactMap { $0 }.reduce(0, +)
    }

    mutating func update(bytes: Int, records: Int) {
        guard isShown else { return }
        let now = ContinuousClock.now
        guard now >= next else { return }
        next = now + .milliseconds(200)
        isOnScreen = true
        let seconds = (now - start) / .seconds(1)
        var text = "\(records.grouped) records, \(Int(Double(records) / seconds).grouped)/s"
        if let total, total > 0, bytes > 0 {
            let share = Double(bytes) / Double(total)
            let left = Int((seconds / share - seconds).rounded(.up))
            text += ", \(Int(share * 100)) %, \(left) s left"
        }
        put("\r\u{1B}[K" + text)
    }

    /// Takes the line away.
    mutating func clear() {
        guard isOnScreen else { return }
        isOnScreen = false
        put("\r\u{1B}[K")
    }

    private func put(_ text: String) {
        var text = text
        text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
