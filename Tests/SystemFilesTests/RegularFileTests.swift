import Foundation
import TestSupport
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
        let folder = try TemporaryFolder()
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        #expect(symlink("loop", folder.path + "/loop") == 0)
        #expect(fault("/dev/zero")?.hasPrefix("this is a device, not a file") == true)
        #expect(fault(folder.path + "/pipe")?.hasPrefix("this is a pipe, not a file") == true)
        #expect(fault(folder.path)?.hasPrefix("this is a directory") == true)
        #expect(fault(folder.path + "/loop")?.hasPrefix("links lead to it") == true)
        #expect(fault(folder.path + "/none") == "there is no such file")
        // Not the file that is named before the zero byte.
        #expect(fault("/dev/null\0x") == "there is no such file")
    }

    @Test("More than 1 GB is refused before it is read, as much and less is read")
    func sizes() throws {
        try TemporaryFolder.withFile(Array("abc".utf8)) { (path: String) throws in
            #expect(try RegularFile.read(path) == Array("abc".utf8))
            #expect(truncate(path, 1_000_000_001) == 0)
            #expect(fault(path)?.hasPrefix("the file has more than 1 GB") == true)
        }
    }
}
