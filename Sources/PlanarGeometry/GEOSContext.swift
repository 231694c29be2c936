internal import CGEOS

/// The state of the geometry library for one worker.
///
/// Not `Sendable`: GEOS wants one for each thread. Making one costs some 40 nanoseconds.
package final class GEOSContext {
    let handle: GEOSContextHandle_t
    /// The library's last words; cleared before each call.
    private(set) var message = ""

    /// A fresh context.
    package init() {
        handle = GEOS_init_r()
        GEOSContext_setErrorMessageHandler_r(
            handle,
            { text, context in
                guard let text, let context else { return }
                let receiver = Unmanaged<GEOSContext>.fromOpaque(context).takeUnretainedValue()
                receiver.message = String(cString: text)
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { GEOS_finish_r(handle) }

    func clear() { message = "" }

    func error(_ operation: String) -> GEOSError {
        GEOSError(operation: operation, message: message.isEmpty ? "no reason given" : message)
    }
}
