import ArgumentParser
import ReportProfiles

extension ReportProfile {
    /// The profile that `--profile` names; one that says nothing where it was not given.
    init(option name: String?) throws {
        guard let name else {
            self.init()
            return
        }
        do throws(ProfileFault) {
            try self.init(named: name)
        } catch {
            throw ValidationError("--profile: \(error.description)")
        }
    }
}
