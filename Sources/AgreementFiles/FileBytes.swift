import GeoJSONText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Whole files as text.
enum FileBytes {
    /// The bytes of a file.
    ///
    /// - Throws: `AgreementFileError` when it is missing, a directory or may not be read.
    static func read(_ path: String) throws(AgreementFileError) -> [UInt8] {
        func refuse(_ reason: String) -> AgreementFileError {
            AgreementFileError(.unreadable, file: path, at: nil, reason)
        }
        // NULL where the file cannot be opened; errno says why.
        guard let file = fopen(path, "rb") else { throw refuse(Self.reason(errno)) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            bytes += chunk[..<count]
            if count < chunk.count {
                // A short count is the end of the file or a failure.
                guard ferror(file) == 0 else { throw refuse(Self.reason(errno)) }
                return bytes
            }
        }
    }

    /// Refuses a format of another program, by its name and with the way to convert it.
    static func refuseForeign(
        _ bytes: [UInt8], file: String, expecting expected: String
    ) throws(AgreementFileError) {
        if bytes.starts(with: [0x1F, 0x8B]) {
            throw AgreementFileError(
                .syntax, file: file, at: nil,
                "this is compressed by gzip, and \(expected) is expected; unpack it first with gzip -d"
            )
        }
        guard let format = ForeignFormat(bytes) else { return }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let stem =
            name.contains(".") ? name.split(separator: ".").dropLast().joined(separator: ".") : name
        let way = format.way.replacing(
            "-f GeoJSON out.geojson IN",
            with: "-f GeoJSON -t_srs OGC:CRS84 \(stem.isEmpty ? "out" : stem).geojson \(name)")
        throw AgreementFileError(
            .syntax, file: file, at: nil,
            "this is \(format.name), and \(expected) is expected; \(way)")
    }

    /// The text of a file in UTF-8, without a byte-order mark.
    static func readText(_ path: String) throws(AgreementFileError) -> String {
        try text(of: read(path), file: path)
    }

    /// Bytes as text in UTF-8, without a byte-order mark.
    static func text(of bytes: [UInt8], file: String) throws(AgreementFileError) -> String {
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let text = String(validating: content, as: UTF8.self) { return text }
        var valid = 0
        // The longest beginning that is text; characters have at most four bytes.
        for line in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            guard String(validating: line, as: UTF8.self) != nil else { break }
            valid += 1
        }
        throw AgreementFileError(
            .syntax, file: file, at: TextMark(line: valid + 1, column: 1),
            "this line is not text in UTF-8; save the file as UTF-8")
    }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "there is no such file"
        case EACCES: "the file may not be read (no permission)"
        case EISDIR: "this is a directory, not a file"
        // A description in the C locale; never null on Linux or macOS.
        default: "the file cannot be read: " + (strerror(code).map { String(cString: $0) } ?? "")
        }
    }
}
