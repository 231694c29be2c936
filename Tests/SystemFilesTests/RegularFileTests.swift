import Foundation
import Testing

@testable import SystemFiles

/// Files that are read as a whole.
@Suite struct RegularFileTests {
    private func fault(_ path: String) -> String? {
        do throws(RegularFile.Fault) {
            _ = try RegularFile.read(path)
            return nil
        } catch {
            return error.sentence
        }
    }

    @Test("What is no regular file is refused at once")
    func kinds() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/dmz-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(mkfifo(folder + "/pipe", 0o600) == 0)
        #expect(symlink("loop", folder + "/loop") == 0)
        #expect(fault("/dev/zero")?.hasPrefix("this is a device, not a file") == true)
        #expect(fault(folder + "/pipe")?.hasPrefix("this is a pipe, not a file") == true)
        #expect(fault(folder)?.hasPrefix("this is a directory") == true)
        #expect(fault(folder + "/loop")?.hasPrefix("links lead to it") == true)
        #expect(fault(folder + "/none") == "there is no such file")
        // Not the file that is named before the zero byte.
        #expect(fault("/dev/null\0x") == "there is no such file")
    }

    @Test("More than 1 GB is refused before it is read, as much and less is read")
    func sizes() throws {
        let path = FileManager.default.temporaryDirectory.path + "/dmz-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("abc".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try RegularFile.read(path) == Array("abc".utf8))
        #expect(truncate(path, 1_000_000_001) == 0)
        #expect(fault(path)?.hasPrefix("the file has more than 1 GB") == true)
    }
}
