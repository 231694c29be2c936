import SystemFiles

/// Why a profile cannot be used.
package struct ProfileFault: Error, CustomStringConvertible {
    /// The sentence for a person.
    package let description: String
}
