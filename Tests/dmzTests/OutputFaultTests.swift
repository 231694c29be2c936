import Foundation
import TestSupport
import Testing

/// Files that are written: whole or not at all, where and as the old ones were, nothing left behind.
@Suite struct OutputFaultTests {
    private static let record =
        #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[31,50]}}"#
    private static let names = ["a.yaml", "line.geojson", "r.geojson"]

    /// A run that has written one record and waits for more: `$!` is its process, 3 its input.
    private static let waiting = """
        mkfifo in; PREFIX $dmz check -q a.yaml --format lines in -o out \
        --rejects rej --summary sum & exec 3>in; echo '\(record)' >&3; \
        for i in $(seq 300); do [ -s "$(ls out.*.part | head -n 1)" ] && break; sleep 0.1; done;
        """

    private static func waiting(_ prefix: String = "") -> String {
        waiting.replacing("PREFIX", with: prefix)
    }

    @Test(
        "A signal that ends the run leaves nothing",
        arguments: [
            ("TERM", 15), ("HUP", 1), ("QUIT", 3), ("XCPU", 24), ("ALRM", 14), ("USR1", 10),
            ("ABRT", 6), ("SEGV", 11), ("ILL", 4), ("SYS", 31),
        ])
    func signals(name: String, number: Int32) throws {
        // Quit is ignored in a shell's background, and the numbers are those of Linux.
        let prefix = name == "QUIT" ? "python3 -c \(Self.withQuit) " : ""
        let folder = try workplace()
        let found = try Program.shell(
            "\(Self.waiting(prefix)) kill -\(name) $!; wait $!; echo $? >status; rm in",
            in: folder)
        #expect(try folder.read("status") == "\(128 + number)\n", "\(found.errors)")
        #expect(try folder.names() == Self.names + ["status"])
    }

    private static let withQuit =
        "'import os, signal, sys; signal.signal(signal.SIGQUIT, signal.SIG_DFL); "
        + "os.execv(sys.argv[1], sys.argv[1:])'"

    @Test(
        "A signal that was ignored at the start stays ignored", arguments: ["HUP", "INT", "TERM"])
    func ignored(name: String) throws {
        let folder = try workplace()
        let found = try Program.shell(
            "trap '' \(name); \(Self.waiting()) kill -\(name) $!; echo '\(Self.record)' >&3; "
                + "exec 3>&-; wait $!", in: folder)
        #expect(found.status == 0)
        #expect(try folder.read("out").split(separator: "\n").count == 2)
    }

    @Test("nohup keeps a run going")
    func nohup() throws {
        let folder = try workplace()
        let found = try Program.shell(
            "\(Self.waiting("nohup")) kill -HUP $!; exec 3>&-; wait $!", in: folder)
        #expect(found.status == 0)
        #expect(try folder.names().contains("out"))
    }

    @Test(
        "As process 1, as in a container, a signal ends the run",
        .enabled(if: trial("command -v pkill && unshare -pf $dmz --version")))
    func processOne() throws {
        let folder = try workplace()
        let found = try Program.shell(
            "\(Self.waiting("unshare -pf")) pkill -TERM -P $!; wait $!; echo $? >status; rm in",
            in: folder)
        #expect(try folder.read("status") == "143\n", "\(found.errors)")
        #expect(try folder.names() == Self.names + ["status"])
    }

    @Test("What a killed run leaves is named by the next one and in nobody's way")
    func killed() throws {
        let folder = try workplace()
        _ = try Program.shell("\(Self.waiting()) kill -KILL $!; wait $!; rm in", in: folder)
        let left = try folder.names().filter { $0.hasPrefix("out.") && $0.hasSuffix(".part") }
        let name = try #require(left.first)
        #expect(left.count == 1)
        // As the first version named it, by the process, which in a container is always the same.
        try folder.write("", to: "out.1.part")
        // Not ours: other names that only look like it.
        try folder.write("", to: "out.old.part")
        let next = try Program.shell("$dmz check -q a.yaml r.geojson -o out", in: folder)
        #expect(next.status == 0)
        for file in [name, "out.1.part"] {
            #expect(next.errors.contains("dmz: \(file): left from an unfinished run"))
            #expect(next.errors.contains("rm '\(file)'"))
        }
        #expect(!next.errors.contains("old"))
        #expect(try folder.read("out").contains("dmz_finding"))
        #expect(try folder.names().contains(name))
    }

    @Test("Two runs with one output are in nobody's way, and neither is called left over")
    func together() throws {
        let folder = try workplace()
        let found = try Program.shell(
            "\(Self.waiting()) $dmz check a.yaml r.geojson -q -o out; exec 3>&-; wait $!",
            in: folder)
        #expect(found.status == 0)
        #expect(!found.errors.contains("unfinished"))
        #expect(try folder.read("out").split(separator: "\n").count == 1)
    }

    @Test("A file too large is a sentence and status 1, and leaves nothing")
    func tooLarge() throws {
        let folder = try workplace()
        try folder.write(
            String(repeating: Self.record + "\n", count: 9000), to: "r.ndjson")
        let found = try Program.shell(
            "ulimit -f 100; \(Program.unprofiled) check -q a.yaml r.ndjson -o out --summary sum",
            in: folder)
        #expect(found.status == 1)
        #expect(found.errors.contains("out: cannot be written: file too large"))
        #expect(try folder.names() == Self.names + ["r.ndjson"])
    }

    @Test("A limit on the time of the process leaves nothing, also one that kills at once")
    func timeLimit() throws {
        let folder = try workplace()
        // Zeros without end are one record that is passed over.
        let found = try Program.shell(
            "(printf '{\"type\":\"Feature\",\"x\":\"'; cat /dev/zero | tr '\\0' 'x') | "
                + "(ulimit -t 1; \(Program.unprofiled) check -q --format lines a.yaml - -o out; echo $? >status)",
            in: folder)
        #expect(try folder.read("status") == "152\n", "\(found.errors)")
        #expect(try folder.names() == Self.names + ["status"])
    }

    @Test("Descriptors closed at the start neither take files' bytes nor keep files")
    func closedDescriptors() throws {
        let folder = try workplace()
        try folder.write("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":", to: "cut.json")
        for closed in ["2>&-", "2>&- 1>&-", "0<&- 1>&- 2>&-"] {
            let cut = try Program.shell("$dmz check a.yaml cut.json -o out \(closed)", in: folder)
            #expect(cut.status == 65)
            #expect(try folder.names() == ["a.yaml", "cut.json", "line.geojson", "r.geojson"])
            let whole = try Program.shell(
                "$dmz check a.yaml r.geojson -o out \(closed)", in: folder)
            #expect(whole.status == 0)
            let bytes = try folder.read("out")
            _ = try Program.shell("$dmz check -q a.yaml r.geojson >plain; rm out", in: folder)
            #expect(try bytes == folder.read("plain"))
            _ = try Program.shell("rm plain", in: folder)
        }
        // What should go to standard output is not lost without a word.
        let lost = try Program.shell("$dmz check -q a.yaml r.geojson 1>&-", in: folder)
        #expect(lost.status == 1)
        #expect(lost.errors.contains("standard output: cannot be written"))
        let input = try Program.shell("$dmz check -q a.yaml - 0<&-", in: folder)
        #expect(input.status == 1)
    }

    @Test(
        "A file that cannot be replaced is refused at the start",
        .enabled(if: Program.unprivileged?.isEmpty == false))
    func sticky() throws {
        let folder = try workplace()
        let prefix = try #require(Program.unprivileged)
        let found = try Program.shell(
            "chmod 755 .; mkdir -m 1777 st; echo old >st/o; chmod 666 st/o; "
                + "\(prefix) $dmz check -q a.yaml r.geojson -o st/o; echo $? >status; ls -A st >left; "
                + "cat st/o >>left", in: folder)
        #expect(try folder.read("status") == "1\n")
        #expect(found.errors.contains("st/o: cannot be written: operation not permitted"))
        #expect(try folder.read("left") == "o\nold\n")
    }

    @Test(
        "A file that is mounted by itself, as in a container, is refused at the start",
        .enabled(if: trial("unshare -m sh -c 'touch a b && mount --bind a b'")))
    func mounted() throws {
        let folder = try workplace()
        let found = try Program.shell(
            "echo x >'o x'; echo y >y; unshare -m sh -c 'mount --bind y \"o x\" && "
                + "$dmz check -q a.yaml r.geojson -o \"o x\"'", in: folder)
        #expect(found.status == 1)
        #expect(found.errors.hasPrefix("dmz: o x: cannot be written: it is mounted by itself"))
        #expect(try folder.names() == (Self.names + ["o x", "y"]).sorted())
    }

    @Test(
        "A file that nobody may change is refused at the start",
        .enabled(if: trial("touch a && chattr +i a && chattr -i a")))
    func fixed() throws {
        let folder = try workplace()
        let found = try Program.shell(
            "echo x >out; chattr +i out; $dmz check -q a.yaml r.geojson -o out; status=$?; "
                + "chattr -i out; exit $status", in: folder)
        #expect(found.status == 1)
        #expect(found.errors == "dmz: out: cannot be written: operation not permitted\n")
        #expect(try folder.read("out") == "x\n")
    }

    /// Whether the system can do what a test needs.
    static func trial(_ line: String) -> Bool {
        let folder = try? TemporaryFolder()
        let trial = try? folder.map { try Program.shell(line, in: $0) }
        return trial?.status == 0
    }

    @Test(
        "Every output is tried before the work begins, and nothing is left when one fails",
        arguments: [
            ("check -q a.yaml r.geojson -o out --summary none/x", "none/x"),
            ("check -q a.yaml r.geojson -o out --rejects none/x --summary s", "none/x"),
            ("check -q a.yaml r.geojson -o none/x --rejects r --summary s", "none/x"),
            ("check -q a.yaml r.geojson -o out --summary .", "."),
            ("check -q a.yaml r.geojson --summary none/x", "none/x"),
            ("measure line.geojson r.geojson -o none/x", "none/x"),
            ("zones a.yaml -o none/x", "none/x"), ("zones a.yaml -o loop", "loop"),
        ])
    func early(arguments: String, name: String) throws {
        let folder = try workplace()
        let found = try Program.shell(
            "ln -s loop loop; $dmz \(arguments); status=$?; rm loop; exit $status", in: folder)
        #expect(found.status == 1)
        #expect(found.output.isEmpty)
        #expect(found.errors.hasPrefix("dmz: \(name): cannot be written: "))
        #expect(try folder.names() == Self.names)
    }

    @Test(
        "An empty name of an output is an error of usage",
        arguments: [
            "check a.yaml r.geojson -o ''", "check a.yaml r.geojson --summary ''",
            "check a.yaml r.geojson -o x --rejects ''", "measure line.geojson r.geojson -o ''",
            "zones a.yaml -o ''",
        ])
    func emptyName(arguments: String) throws {
        let folder = try workplace()
        let found = try Program.shell("$dmz \(arguments)", in: folder)
        #expect(found.status == 64)
        #expect(found.errors.contains("the name is empty"))
        #expect(try folder.names() == Self.names)
    }

    @Test("A link is written through, also one that leads to nothing yet")
    func links() throws {
        let folder = try workplace()
        let found = try Program.shell(
            """
            mkdir d; echo old >d/target; ln -s target d/link; ln -s d/link link; ln -s d/new dangling
            $dmz check -q a.yaml r.geojson >plain
            $dmz check -q a.yaml r.geojson -o link && $dmz check -q a.yaml r.geojson -o dangling
            [ -L link ] && [ -L d/link ] && [ -L dangling ] && cmp plain d/target && cmp plain d/new
            """, in: folder)
        #expect(found.status == 0, "\(found.errors)")
        // Two ways to one file that is not there yet.
        let same = try Program.shell(
            "rm d/new; $dmz check -q a.yaml r.geojson -o dangling --rejects d/new", in: folder)
        #expect(same.status == 64)
    }

    @Test("The mode of an existing file is kept", arguments: ["666", "600", "755", "440"])
    func mode(mode: String) throws {
        let folder = try workplace()
        let found = try Program.shell(
            """
            umask 022; echo old >out; chmod \(mode) out
            $dmz check -q a.yaml r.geojson -o out --summary new; ls -l out new | cut -c1-10
            """, in: folder)
        let bits = (Int(mode, radix: 8) ?? 0)
        let words = (0..<9).map { k in (bits >> (8 - k)) & 1 == 1 ? "rwxrwxrwx".at(k) : "-" }
        #expect(found.output == "-rw-r--r--\n-\(words.joined())\n")
        #expect(try folder.read("out").contains("dmz_"))
    }

    @Test(
        "Owner and group of an existing file are kept where they can be",
        .enabled(if: geteuid() == 0))
    func owner() throws {
        let folder = try workplace()
        let found = try Program.shell(
            """
            echo old >out; chown 1234:2345 out; chmod 640 out
            $dmz check -q a.yaml r.geojson -o out; ls -ln out | cut -d' ' -f1,3,4
            """, in: folder)
        #expect(found.output == "-rw-r----- 1234 2345\n")
    }

    @Test("Devices and pipes are written directly", .enabled(if: Program.hasFullDevice))
    func direct() throws {
        let folder = try workplace()
        let found = try Program.shell(
            """
            $dmz check -q a.yaml r.geojson >plain
            $dmz check -q a.yaml r.geojson -o /dev/null --summary /dev/null --rejects /dev/null || exit 1
            mkfifo p; cat p >piped & $dmz check -q a.yaml r.geojson -o p; wait
            $dmz check -q a.yaml r.geojson -o /dev/stdout >standard
            $dmz check -q a.yaml r.geojson -o /dev/fd/5 5>five; $dmz check -q a.yaml r.geojson -o - >dash
            cmp plain piped && cmp plain standard && cmp plain five && cmp plain dash && [ -p p ]
            """, in: folder)
        #expect(found.status == 0, "\(found.errors)")
        let ends = try folder.names().filter { $0.contains("part") }
        #expect(ends.isEmpty)
    }

    @Test("A name as long as a name may be can be written")
    func longName() throws {
        let folder = try workplace()
        let name = String(repeating: "n", count: 255)
        let found = try Program.shell("$dmz check -q a.yaml r.geojson -o \(name)", in: folder)
        #expect(found.status == 0, "\(found.errors)")
        #expect(try folder.names() == ["a.yaml", "line.geojson", name, "r.geojson"])
    }
}

extension String {
    fileprivate func at(_ k: Int) -> String { String(self[index(startIndex, offsetBy: k)]) }
}
