import Dispatch

enum Threads {
    /// Runs `work` for each number below `count`, each on a thread of its own, and waits for all.
    static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
        DispatchQueue.concurrentPerform(iterations: count) { work($0) }
    }
}
