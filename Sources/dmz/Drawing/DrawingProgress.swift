import Dispatch
import GeoJSONText
import Synchronization

/// Says on the terminal how many zones have been drawn, and that time passes: one zone may take minutes.
final class DrawingProgress: Sendable {
    private let line: Progress
    private let count: Int
    private let done = Atomic(0)
    private let start = ContinuousClock.now

    private init(of count: Int, isShown: Bool) {
        self.count = count
        line = Progress(isShown: isShown)
    }

    /// Runs what draws so many zones, and takes the line away behind it.
    static func during<Result>(
        _ count: Int, isShown: Bool, _ work: (DrawingProgress) -> Result
    ) -> Result {
        let progress = DrawingProgress(of: count, isShown: isShown)
        guard isShown else { return work(progress) }
        // On a queue of its own, as the work takes all threads of the others.
        let ticks = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
        ticks.schedule(deadline: .now(), repeating: .milliseconds(500))
        ticks.setEventHandler { progress.show() }
        progress.show()
        ticks.resume()
        defer {
            ticks.cancel()
            progress.line.clear()
        }
        return work(progress)
    }

    /// One more has been drawn.
    func finishOne() {
        done.add(1, ordering: .relaxed)
        show()
    }

    private func show() {
        line.show {
            let seconds = Int((ContinuousClock.now - start) / .seconds(1))
            return "\(done.load(ordering: .relaxed).grouped) of \(count.grouped) zones drawn, "
                + "\(seconds) s"
        }
    }
}
