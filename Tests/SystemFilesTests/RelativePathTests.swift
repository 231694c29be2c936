import Foundation
import TestSupport
import Testing

@testable import SystemFiles

@Suite struct RelativePathTests {
    @Test("The way from a folder to a file, through links where they lead")
    func ways() throws {
        let folder = try TemporaryFolder()
        let root = folder.path
        for name in ["a/b/c", "d"] {
            try FileManager.default.createDirectory(
                atPath: "\(root)/\(name)", withIntermediateDirectories: true)
        }
        try FileManager.default.createSymbolicLink(
            atPath: root + "/link", withDestinationPath: "a/b")
        for (path, from, way) in [
            ("x.geojson", "", "x.geojson"), ("a/x", "", "a/x"), ("x", "a", "../x"),
            ("d/x", "a/b", "../../d/x"),
            ("a/b/x", "a/b/", "x"), ("a/../d/./x", "a", "../d/x"), ("x", "link", "../../x"),
            ("link/x", "d", "../a/b/x"),
            ("a/b/c/x", "link", "c/x"), ("é/", "", nil), ("no/x", "", nil), ("x", "no", nil),
            ("", "", nil),
        ] as [(String, String, String?)] {
            let found = RelativePath.of(
                path.isEmpty ? "" : "\(root)/\(path)", from: from.isEmpty ? root : "\(root)/\(from)"
            )
            #expect(found == way, "\(path) from \(from)")
        }
        #expect(RelativePath.of("Package.swift", from: "") == "Package.swift")
        #expect(RelativePath.of("/", from: "/") == nil && RelativePath.of("/x", from: "/") == "x")
    }

    @Test("Names are bytes")
    func bytes() throws {
        let folder = try TemporaryFolder()
        let name = String(rawBytes: [0x61, 0xFF, 0x62])
        let found = RelativePath.of(folder.path + "/" + name, from: folder.path)
        #expect(found?.rawBytes == [0x61, 0xFF, 0x62])
        // A mark behind a slash is no part of it.
        #expect(RelativePath.of(folder.path + "/\u{301}x", from: folder.path) == "\u{301}x")
    }
}
