import Foundation
import Testing

/// What happens when something around a run goes wrong: no half file, and the status that says so.
@Suite struct FaultTests {
    private static let lines = (0..<8000).map { _ in
        "{\"type\":\"Feature\",\"properties\":{\"category\":\"bus\"},\"geometry\":{\"type\":\"Point\","
            + "\"coordinates\":[31,50]}}\n"
    }.joined()

    @Test("The second of three files is missing")
    func missing() throws {
        let folder = try workplace()
        let found = try Program.shell(
            "$dmz check a.yaml r.geojson nowhere r.geojson -o out", in: folder)
        #expect(found.status == 1)
        #expect(found.errors.contains("nowhere: cannot be read: no such file or directory"))
        #expect(try folder.names() == ["a.yaml", "line.geojson", "r.geojson"])
    }

    @Test("The second of three files is cut off")
    func cutOff() throws {
        let folder = try workplace()
        try folder.write("{\"type\":\"FeatureCollection\",\"features\":[", to: "cut.geojson")
        for threads in [1, 2] {
            let found = try Program.shell(
                "$dmz check a.yaml r.geojson cut.geojson r.geojson -o out --threads \(threads)",
                in: folder)
            #expect(found.status == 65)
            #expect(found.errors.contains("cut.geojson: byte 40: the file is cut off"))
            #expect(!(try folder.names().contains { $0.hasPrefix("out") }))
        }
    }

    @Test("A file that changes while it is read is refused")
    func changed() throws {
        let folder = try workplace()
        try folder.write(Self.lines, to: "r.ndjson")
        // The pipe fills, so that the run waits while the file grows.
        let found = try Program.shell(
            "($dmz check -q a.yaml r.ndjson; echo $? >status) | (head -c 1; echo >>r.ndjson; cat) "
                + ">out", in: folder)
        #expect(try folder.read("status") == "1\n")
        #expect(found.errors.contains("r.ndjson: has changed while it was being read"))
    }

    @Test(
        "A read error leaves nothing, and the status is 1",
        .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
    func readError() throws {
        let folder = try workplace()
        // The kernel reads no memory at address 0.
        for threads in [1, 2] {
            let found = try Program.shell(
                "$dmz check a.yaml r.geojson /proc/self/mem r.geojson -o out --rejects bad "
                    + "--summary counts --threads \(threads)", in: folder)
            #expect(found.status == 1)
            #expect(found.errors.contains("/proc/self/mem: cannot be read: input/output error"))
            #expect(try folder.names() == ["a.yaml", "line.geojson", "r.geojson"])
        }
    }

    @Test("Two names of one output are refused")
    func sameOutput() throws {
        let folder = try workplace()
        for other in ["./x", "../\(URL(fileURLWithPath: folder.path).lastPathComponent)/x"] {
            let found = try Program.shell(
                "$dmz check a.yaml r.geojson -o x --rejects \(other)", in: folder)
            #expect(found.status == 64)
        }
        #expect(try folder.names() == ["a.yaml", "line.geojson", "r.geojson"])
    }

    @Test("A full disk leaves nothing, and the status is 1", .enabled(if: Program.hasFullDevice))
    func fullDisk() throws {
        let folder = try workplace()
        try folder.write(Self.lines, to: "r.ndjson")
        for threads in [1, 2] {
            let found = try Program.shell(
                "$dmz check a.yaml r.ndjson --threads \(threads) >/dev/full", in: folder)
            #expect(found.status == 1)
            #expect(found.errors.contains("standard output: cannot be written: no space left"))
            // A limit on the size of files stands in for a disk that fills up on the way.
            let limited = try Program.shell(
                "trap '' XFSZ; ulimit -f 1000; \(Program.unprofiled) check a.yaml r.ndjson --threads \(threads) -o out",
                in: folder)
            #expect(limited.status == 1)
            #expect(limited.errors.contains("out: cannot be written: file too large"))
            #expect(try folder.names() == ["a.yaml", "line.geojson", "r.geojson", "r.ndjson"])
        }
    }

    @Test("A closed pipe ends a run with several threads")
    func closedPipe() throws {
        let folder = try workplace()
        try folder.write(Self.lines, to: "r.ndjson")
        let found = try Program.shell(
            "($dmz check a.yaml r.ndjson --threads 2; echo $? >status) | head -n 1", in: folder)
        #expect(try folder.read("status") == "1\n")
        #expect(found.output.split(separator: "\n").count == 1)
        #expect(found.errors.isEmpty)
    }

    @Test("An interrupted run says how far it came")
    func interrupted() throws {
        let folder = try workplace()
        let line = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}"
        let found = try Program.shell(
            "mkfifo in; ($dmz check -q a.yaml --format lines in -o out & echo $! >pid; "
                + "exec 3>in; echo '\(line)' >&3; "
                + "for i in $(seq 300); do [ -s out.*.part ] && break; sleep 0.1; done; kill -TERM $(cat pid); wait)",
            in: folder)
        #expect(found.errors.contains("dmz: interrupted; records written so far: 1;"))
        #expect(!(try folder.names().contains { $0.hasPrefix("out") }))
    }

    @Test("Compressed reports are read as plain ones")
    func compressed() throws {
        let folder = try workplace()
        let found = try Program.shell(
            "gzip -k r.geojson; $dmz check -q a.yaml r.geojson >plain; "
                + "$dmz check -q a.yaml r.geojson.gz >packed; cmp plain packed && "
                + "$dmz check -q a.yaml - <r.geojson.gz | cmp plain -", in: folder)
        #expect(found.status == 0)
        let cut = try Program.shell(
            "head -c 100 r.geojson.gz >cut.gz; $dmz check -q a.yaml cut.gz -o out", in: folder)
        #expect(cut.status == 65)
        #expect(cut.errors.contains("the compressed data is cut off"))
    }
}
