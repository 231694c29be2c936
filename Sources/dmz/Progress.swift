import ReportFiles
import Synchronization
import SystemFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A line on the terminal that says how far a run has come.
final class Progress: Sendable {
    private let isShown: Bool
    private let total: Int?
    private let start = ContinuousClock.now
    private let screen: Mutex<Screen>

    private struct Screen {
        var next: ContinuousClock.Instant
        var hasText = false
        var isOver = false
    }

    /// For bytes and records of files.
    init(files: [InputFile], isShown: Bool) {
        self.isShown = isShown
        let sizes = files.map(\.size)
        total = sizes.contains(nil) ? nil : sizes.compactMap { $0 }.reduce(0, +)
        screen = Mutex(Screen(next: start + .milliseconds(500)))
    }

    /// For pieces of work of which each may take long: the first words are shown at once.
    init(isShown: Bool) {
        self.isShown = isShown
        total = nil
        screen = Mutex(Screen(next: start))
    }

    func update(bytes: Int, records: Int) {
        show { text(bytes, records, (ContinuousClock.now - start) / .seconds(1)) }
    }

    /// Shows words, unless others were shown just before.
    func show(_ words: () -> String) {
        guard isShown else { return }
        let now = ContinuousClock.now
        screen.withLock { screen in
            guard !screen.isOver, now >= screen.next else { return }
            screen.next = now + .milliseconds(200)
            screen.hasText = true
            Self.put("\r\u{1B}[K" + String(visible: words()))
        }
    }

    private func text(_ bytes: Int, _ records: Int, _ seconds: Double) -> String {
        let text = "\(records.grouped) records, \(Int(Double(records) / seconds).grouped)/s"
        guard let total, total > 0, bytes > 0 else { return text }
        // A file that grows while it is read has more bytes than it had.
        let share = min(1, Double(bytes) / Double(total))
        let left = Int((seconds / share - seconds).rounded(.up))
        return text + ", \(Int(share * 100)) %, \(left) s left"
    }

    /// Takes the line away; nothing is shown any more.
    func clear() {
        screen.withLock { screen in
            screen.isOver = true
            guard screen.hasText else { return }
            screen.hasText = false
            Self.put("\r\u{1B}[K")
        }
    }

    private static func put(_ text: String) {
        var text = text
        text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
