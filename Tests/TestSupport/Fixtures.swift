/// Where the files of the top-level `fixtures` folder are.
public enum Fixtures {
    /// The path of a fixture by its name relative to the folder.
    public static func path(_ name: String) -> String { root + "fixtures/" + name }

    /// The top folder of the repository, with a slash at its end.
    public static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/") + "/"
    }()
}
