internal import CPROJ

/// The state of PROJ for one worker: never the network, and no words on standard error.
///
/// Not `Sendable`: PROJ wants one for each thread.
final class PROJContext {
    let handle: OpaquePointer?

    /// A fresh context.
    init() {
        // nil when there is no memory; PROJ then takes its default context.
        handle = proj_context_create()
        proj_log_level(handle, PJ_LOG_NONE)
        // A position must not depend on what could be fetched.
        proj_context_set_enable_network(handle, 0)
    }

    deinit {
        if let handle { proj_context_destroy(handle) }
    }

    /// Whether PROJ finds its database.
    var hasDatabase: Bool { proj_context_get_database_path(handle) != nil }

    /// An object from its text; `nil` where PROJ reads none.
    func object(_ text: String) -> PROJObject? { PROJObject(proj_create(handle, text), self) }
}

/// An object of PROJ, which ends with the last that holds it.
final class PROJObject {
    let handle: OpaquePointer
    let context: PROJContext

    init?(_ handle: OpaquePointer?, _ context: PROJContext) {
        guard let handle else { return nil }
        (self.handle, self.context) = (handle, context)
    }

    deinit { proj_destroy(handle) }

    var name: String { Self.text(proj_get_name(handle)) ?? "" }
    var type: PJ_TYPE { proj_get_type(handle) }

    /// The code with its authority, such as `EPSG:4284`; `nil` where it has none.
    var code: String? {
        // NULL where there is none.
        guard let authority = Self.text(proj_get_id_auth_name(handle, 0)),
            let code = Self.text(proj_get_id_code(handle, 0))
        else { return nil }
        return authority + ":" + code
    }

    static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}
