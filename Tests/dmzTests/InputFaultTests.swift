import Foundation
import TestSupport
import Testing

/// Files that are read: names of any bytes, files that are none, more than may be open.
@Suite struct InputFaultTests {
    @Test(
        "What is no file is refused at once",
        arguments: [
            "validate zero.yaml", "validate pipe.yaml", "validate pipe", "validate /dev/zero",
            "validate loop", "validate .", "validate large", "validate large.yaml",
            "explain pipe.yaml 30,50", "zones zero.yaml", "check pipe.yaml r.geojson -o out",
            "check a.yaml /dev/zero -o out", "check a.yaml loop -o out",
            "measure /dev/zero r.geojson -o out", "measure pipe r.geojson -o out",
            "measure large r.geojson -o out", "measure line.geojson /dev/zero -o out",
        ])
    func kinds(arguments: String) throws {
        let folder = try workplace()
        let agreement = try folder.read("a.yaml")
        for (name, path) in [("zero", "/dev/zero"), ("pipe", "pipe"), ("large", "large")] {
            try folder.write(
                agreement.replacing("line.geojson", with: path), to: name + ".yaml")
        }
        let found = try Program.shell(
            "mkfifo pipe; ln -s loop loop; truncate -s 2G large; "
                + "timeout 20 $dmz \(arguments); status=$?; rm loop; exit $status", in: folder)
        #expect(found.status == 1, "\(found.errors)")
        #expect(found.output.isEmpty)
        let words = ["a device", "a pipe", "a directory", "links lead", "symbolic links", "1 GB"]
        #expect(words.contains { found.errors.contains($0) }, "\(found.errors)")
        #expect(try !folder.names().contains { $0.hasPrefix("out") })
    }

    @Test("Reports still come through pipes and standard input")
    func pipes() throws {
        let folder = try workplace()
        let found = try Program.shell(
            """
            $dmz check -q a.yaml r.geojson >plain; mkfifo p q
            cat r.geojson >p & $dmz check -q a.yaml p | cmp plain - || exit 1
            $dmz check -q a.yaml - <r.geojson | cmp plain - || exit 2
            $dmz check -q a.yaml /dev/stdin <r.geojson | cmp plain - || exit 3
            cat r.geojson | $dmz check -q a.yaml /dev/stdin | cmp plain - || exit 4
            $dmz check -q a.yaml r.geojson r.geojson >two
            # Both open before either is written.
            (exec 3>p 4>q; cat r.geojson >&3; exec 3>&-; cat r.geojson >&4) &
            timeout 20 $dmz check -q a.yaml p q | cmp two - || exit 5
            """, in: folder)
        #expect(found.status == 0, "\(found.errors)")
    }

    @Test("A pipe that nobody writes, or reads, is waited for, but not without a word")
    func waiting() throws {
        let folder = try workplace()
        for arguments in ["a.yaml p", "a.yaml r.geojson -o p"] {
            let found = try Program.shell(
                """
                rm -f p; mkfifo p; $dmz check -q \(arguments) >out & n=$!
                sleep 8; kill $n; wait $n
                """, in: folder)
            #expect(found.status == 143)
            #expect(found.errors.hasPrefix("dmz: p: waiting for a program that "))
        }
    }

    @Test("There may be more files of reports than may be open")
    func many() throws {
        let folder = try workplace()
        let found = try Program.shell(
            """
            printf 'lon,lat\\n30,50\\n' >r.csv; mkdir d
            for i in $(seq 200); do cp r.csv d/$i.csv; done; ulimit -n 20
            $dmz check -q a.yaml d/*.csv --summary s -o out && $dmz measure line.geojson d/*.csv
            """, in: folder)
        #expect(found.status == 0, "\(found.errors)")
        #expect(try folder.read("out").split(separator: "\n").count == 201)
        #expect(found.output.split(separator: "\n").count == 201)
        // The last of them is missing, or would be written over: said at once, as ever.
        let missing = try Program.shell(
            "ulimit -n 20; $dmz check -q a.yaml d/*.csv none -o x", in: folder)
        #expect(missing.status == 1)
        #expect(missing.errors == "dmz: none: cannot be read: no such file or directory\n")
        let same = try Program.shell(
            "ulimit -n 20; $dmz check -q a.yaml d/*.csv -o d/99.csv", in: folder)
        #expect(same.status == 64)
        #expect(try !folder.names().contains("x"))
    }

    @Test("Too few files that may be open are a sentence, whatever the number")
    func fewDescriptors() throws {
        let folder = try workplace()
        for count in 3...16 {
            let found = try Program.shell(
                "ulimit -n \(count); $dmz check -q a.yaml r.geojson -o out --summary s --threads 2",
                in: folder)
            // Without any, the program's libraries cannot be opened.
            #expect([0, 1, 127].contains(found.status), "\(count): \(found.errors)")
            #expect(found.status == 0 || !found.errors.isEmpty)
            let isThere = try folder.names().contains("out")
            #expect(isThere == (found.status == 0))
            _ = try Program.shell("rm -f out s", in: folder)
            #expect(try folder.names() == ["a.yaml", "line.geojson", "r.geojson"])
        }
    }

    @Test("Names that are not UTF-8 are read and written as they are", .enabled(if: takesAnyName))
    func names() throws {
        let folder = try workplace()
        let found = try Program.shell(
            """
            d=$(printf 'd\\377'); mkdir "$d"; sed "s/line.geojson/l.geojson/" a.yaml >"$d/a.yaml"
            cp line.geojson "$d/l.geojson"; cp r.geojson "$d/$(printf 'r\\303(')"
            $dmz check -q a.yaml r.geojson >plain; $dmz measure -q line.geojson r.geojson >measured
            cd "$d"; $dmz check -q a.yaml "$(printf 'r\\303(')" -o "$(printf 'out\\200x')" \
                --summary s || exit 1
            cmp ../plain "$(printf 'out\\200x')" || exit 2
            [ "$(ls | wc -l)" = 5 ] || exit 3
            cd ..; $dmz check -q "$d/a.yaml" r.geojson | cmp plain - || exit 4
            $dmz measure -q "$d/l.geojson" "$d/$(printf 'r\\303(')" | cmp measured - || exit 5
            cp "$d/s" s; $dmz check -q a.yaml "$(printf 'none\\377')"
            """, in: folder)
        #expect(found.status == 1)
        #expect(found.errors == "dmz: none\\xFF: cannot be read: no such file or directory\n")
        let summary = try JSONSerialization.jsonObject(with: Data(folder.read("s").utf8))
        let inputs = (summary as? [String: Any])?["inputs"] as? [[String: Any]]
        #expect(inputs?.first?["name"] as? String == #"r\xC3("#)
        // The parser of the command line says names too.
        let usage = try Program.shell("$dmz check \"$(printf 'none\\377')\"", in: folder)
        #expect(usage.status == 64)
        let unknown = try Program.shell(
            "$dmz check a r \"$(printf -- '--x\\377\\n\\033')\"", in: folder)
        #expect(unknown.errors.contains(#"--x\xFF\n\u001B"#), "\(unknown.errors)")
    }

    /// Some file systems refuse names that are not UTF-8.
    static let takesAnyName: Bool = {
        let folder = try? TemporaryFolder()
        let trial = try? folder.map {
            try Program.shell("touch \"$(printf 'a\\377')\"", in: $0)
        }
        return trial?.status == 0
    }()
}
