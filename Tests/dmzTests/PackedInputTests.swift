import Foundation
import Testing

/// Reports within two compressions, or within one and another program's format.
@Suite struct PackedInputTests {
    @Test(
        "What is compressed within gzip or zstd is told, with how to unpack it",
        arguments: [
            ("gzip -c r.geojson", "compressed by gzip", "gzip -d"),
            (#"printf '\050\265\057\375 and more'"#, "compressed by zstd", "zstd -d"),
            (#"printf 'BZh91AY and more'"#, "compressed by bzip2", "bzip2 -d"),
            (#"printf '\3757zXZ\000 and more'"#, "compressed by xz", "xz -d"),
            (#"printf '7z\274\257\047\034 and more'"#, "a 7z archive", "7z x"),
            (#"printf 'PK\003\004 and more'"#, "a ZIP archive", "unzip"),
            ("tar -cf - r.geojson", "a tar archive", "tar -xf"),
        ], ["check -q a.yaml", "measure -q line.geojson"])
    func packed(inner: (make: String, name: String, command: String), command: String) throws {
        let folder = try workplace()
        for name in ["r.csv.gz", "r.geojson.gz", "r"] {
            let run = try Program.shell(
                "\(inner.make) | gzip -c >\(name); $dmz \(command) \(name) -o out", in: folder)
            #expect(run.status == 65)
            #expect(
                run.errors.hasPrefix(
                    "dmz: \(name): byte 0: is compressed by gzip, and its content is compressed again: it "
                        + "is \(inner.name)"), "\(run.errors)")
            #expect(
                run.errors.contains(
                    "unpack it with gzip -dc IN >OUT, and OUT with \(inner.command)")
            )
        }
        let piped = try Program.shell(
            "\(inner.make) | gzip -c | $dmz \(command) - -o out", in: folder)
        #expect(piped.status == 65 && piped.errors.contains("is compressed again"))
        #expect(!(try folder.names().contains("out")))
    }

    @Test("Another program's format within gzip is told as such")
    func foreign() throws {
        let folder = try workplace()
        let run = try Program.shell(
            "echo '<kml></kml>' | gzip -c >k.gz; $dmz check -q a.yaml k.gz", in: folder)
        #expect(run.status == 65)
        #expect(run.errors.contains("is compressed by gzip, and its content is a KML file"))
    }

    @Test("Files that are read as they are tell of gzip and zstd once")
    func agreements() throws {
        let folder = try workplace()
        let run = try Program.shell(
            "gzip -c a.yaml >b.yaml; $dmz validate b.yaml", in: folder)
        #expect(run.status == 65)
        #expect(run.errors.contains("this is compressed by gzip, and"), "\(run.errors)")
        #expect(run.errors.contains("unpack it first with gzip -d"))
        let zstd = try Program.shell(
            #"printf '\050\265\057\375 and more' >c.yaml; $dmz validate c.yaml"#, in: folder)
        #expect(zstd.errors.contains("unpack it first with zstd -d"))
    }
}
