/// Reads a file's text as UTF-8, whatever it was compressed by and written in.
final class TextReader {
    private let reader: PlainReader
    private let hash: ByteHash?
    private var transcoder: Transcoder?
    private var isDecided: Bool
    /// What was read and is not UTF-8 yet, or was read to decide.
    private var raw = ByteBuffer()
    /// Text that has been turned into UTF-8 and not been taken, and how much of it has.
    private var ready = ByteBuffer()
    private var taken = 0
    private var isAtEnd = false
    /// The encoding that was named, or that the file's mark names; `nil` for UTF-8.
    private(set) var encoding: TextEncoding?
    /// How many bytes the file has by now, decompressed.
    private(set) var plainBytes = 0

    private static let chunk = 1 << 16
    /// Bytes of UTF-8 that no encoding holds back more of.
    private static let mostHeldBack = 64

    /// A reader of a file.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - encoding: the encoding; `nil` for UTF-8, or UTF-16 where the file begins with its mark.
    ///   - hashes: whether the bytes are hashed.
    init(_ file: InputFile, encoding: TextEncoding? = nil, hashes: Bool = false) {
        self.encoding = encoding
        reader = PlainReader(file)
        hash = hashes ? ByteHash() : nil
        isDecided = encoding != nil
        transcoder = encoding.flatMap { Transcoder($0) }
    }

    var compression: Compression? { reader.compression }
    /// How many bytes of the file have been read, as they lie on the disk.
    var bytesRead: Int { reader.bytesRead }
    /// How many units were no characters of the encoding.
    var replaced: Int { transcoder?.replaced ?? 0 }

    /// The SHA-256 of the bytes before they were turned into UTF-8; `nil` when they were not hashed.
    func hexadecimalHash() -> String? { hash?.hexadecimal() }

    /// Reads what is there, at most as much as fits; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReportFileError) -> Int {
        if !isDecided { try decide() }
        if taken == ready.count {
            ready.removeAll()
            taken = 0
            if let transcoder {
                try transcode(transcoder)
            } else if !isAtEnd {
                return try readPlain(into: buffer)
            }
        }
        let count = min(ready.count - taken, buffer.count)
        buffer.copyMemory(from: ready.bytes[part: taken..<taken + count])
        taken += count
        return count
    }

    /// Looks at the first bytes, of which a pipe may bring one at a time.
    private func decide() throws(ReportFileError) {
        isDecided = true
        while raw.count < TextEncoding.markLength, !isAtEnd {
            try fill()
            if raw.isEmpty || raw[0] < 0xFE { break }
        }
        encoding = TextEncoding(mark: raw.bytes)
        transcoder = encoding.flatMap { Transcoder($0) }
        if transcoder == nil { swap(&raw, &ready) }
    }

    /// Turns more of the file into UTF-8; nothing at its end.
    private func transcode(_ transcoder: Transcoder) throws(ReportFileError) {
        while ready.isEmpty {
            if !isAtEnd { try fill() }
            // Hardly a character takes more than three bytes of UTF-8 for each of its own, but some encodings hold
            // back letters, which come with the next.
            let most = raw.count * 3 + Self.mostHeldBack
            let room = UnsafeMutableRawBufferPointer(start: ready.reserve(most), count: most)
            if raw.isEmpty, isAtEnd { return ready.advance(transcoder.finish(into: room)) }
            let step = transcoder.take(raw.bytes, atEnd: isAtEnd, into: room)
            ready.advance(step.given)
            raw.removeFirst(step.taken)
        }
    }

    private func fill() throws(ReportFileError) {
        let room = UnsafeMutableRawBufferPointer(
            start: raw.reserve(Self.chunk), count: Self.chunk)
        raw.advance(try readPlain(into: room))
    }

    private func readPlain(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(ReportFileError) -> Int {
        let count = try reader.read(into: buffer)
        isAtEnd = count == 0
        hash?.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        plainBytes += count
        return count
    }
}
