import Foundation

/// Where the files of the top-level `fixtures` folder are, and what they hold.
public enum Fixtures {
    /// The path of a fixture by its name relative to the folder.
    public static func path(_ name: String) -> String { root + "fixtures/" + name }

    /// The text of a fixture.
    public static func text(_ name: String) throws -> String { try file("fixtures/" + name) }

    /// The bytes of a fixture.
    public static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
    }

    /// The text of a file of the repository by its name relative to the top folder.
    public static func file(_ name: String) throws -> String {
        try String(contentsOfFile: root + name, encoding: .utf8)
    }

    /// The top folder of the repository, with a slash at its end.
    public static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/") + "/"
    }()
}
