import Foundation
import TestSupport

/// The built program, run as a user runs it.
struct Program {
    /// What a run left behind.
    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs `dmz`, in a folder or in the one the tests run in.
    static func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:],
        in folder: String? = nil
    ) throws -> Result {
        try run(
            executable: path, arguments, input: input, environment: environment, folder: folder)
    }

    /// Runs a line of shell in which `$dmz` is the program.
    static func shell(_ line: String, in folder: TemporaryFolder) throws -> Result {
        try run(
            executable: "/bin/sh", ["-c", "cd '\(folder.path)' && \(line)"], input: "",
            environment: ["dmz": path])
    }

    /// The program in a shell whose limits would cut its profile short, which coverage is measured by.
    static let unprofiled = "LLVM_PROFILE_FILE=/dev/null $dmz"

    /// `dmz` beside the test bundle.
    static let path: String = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        let program = bundle?.bundleURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        return program.deletingLastPathComponent().appendingPathComponent("dmz").path
    }()

    private static func run(
        executable: String, _ arguments: [String], input: String, environment: [String: String],
        folder working: String? = nil
    ) throws -> Result {
        let process = Process()
        if let working { process.currentDirectoryURL = URL(fileURLWithPath: working) }
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(environment) { $1 }
        // Files instead of pipes: no amount of output can block.
        let folder = try TemporaryFolder()
        let files = try ["in", "out", "err"].map { name in
            try folder.write(name == "in" ? input : "", to: name)
        }
        process.standardInput = FileHandle(forReadingAtPath: files[0])
        process.standardOutput = FileHandle(forWritingAtPath: files[1])
        process.standardError = FileHandle(forWritingAtPath: files[2])
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try folder.read("out"),
            errors: try folder.read("err"))
    }
}

/// A folder with an agreement about the meridian of 30 degrees east, 2 km to each side.
func workplace() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
        #"{"type":"LineString","coordinates":[[30,49],[30,51]]}"#, to: "line.geojson")
    try folder.write(
        """
        parties: {west: Party West, east: Party East}
        lines:
          contact: {geometry: line.geojson, left: west, right: east}
        zones:
          dmz: {within: 2 km each side, of: contact}
        rules:
          no-forces: {in: dmz, prohibits: [military]}
        """, to: "a.yaml")
    try folder.write(
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"category":"military","party":"east"},
         "geometry":{"type":"Point","coordinates":[30.01,50]}},
        {"type":"Feature","properties":{"category":"military","party":"east"},
         "geometry":{"type":"Point","coordinates":[31,50.0]}},
        {"type":"Feature","properties":{"category":"bus"},
         "geometry":{"type":"Point","coordinates":[31,95]}}]}

        """, to: "r.geojson")
    return folder
}
