#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A lock, with a turn for each ticket in the order of their numbers.
///
/// `@unchecked` because what a POSIX lock and condition are used for is to be shared.
final class Turnstile: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var next = 0

    init() {
        // 0 unless the system is out of memory
        precondition(pthread_mutex_init(mutex, nil) == 0 && pthread_cond_init(condition, nil) == 0)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func lock() { pthread_mutex_lock(mutex) }

    func unlock() { pthread_mutex_unlock(mutex) }

    /// Waits until all earlier tickets have passed.
    func wait(for ticket: Int) {
        lock()
        while next != ticket { pthread_cond_wait(condition, mutex) }
        unlock()
    }

    /// Lets the next ticket pass.
    func pass() {
        lock()
        next += 1
        pthread_cond_broadcast(condition)
        unlock()
    }
}
