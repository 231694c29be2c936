import Datums

extension Diagnostics {
    /// Says by which operations positions came to WGS 84, where they were written in another system.
    static func say(_ datum: DatumTransform?) {
        for line in datum?.summary ?? [] { say("dmz: \(line)") }
    }
}
