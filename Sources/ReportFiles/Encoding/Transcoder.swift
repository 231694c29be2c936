#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Turns text in some encoding into UTF-8, chunk by chunk, by the system's iconv.
final class Transcoder {
    private let handle: iconv_t
    private let unit: Int
    /// How many units were no characters, for each of which U+FFFD stands in the text.
    private(set) var replaced = 0

    /// What stands for bytes that are no character.
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    init?(_ encoding: TextEncoding) {
        guard let handle = TextEncoding.open(encoding.name) else { return nil }
        self.handle = handle
        unit = encoding.unit
    }

    deinit { iconv_close(handle) }

    /// Turns a front part of `text` into UTF-8; answers how many bytes were taken and given.
    ///
    /// What is left may be the front of a character, or more than there is room for. With `atEnd` such a
    /// front is no character.
    func take(
        _ text: UnsafeRawBufferPointer, atEnd: Bool, into plain: UnsafeMutableRawBufferPointer
    ) -> (taken: Int, given: Int) {
        var input = UnsafeMutablePointer(
            mutating: text.baseAddress?.assumingMemoryBound(to: CChar.self))
        var output = plain.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (inputLeft, outputLeft) = (text.count, plain.count)
        while inputLeft > 0 {
            // (size_t) -1 on failure
            if iconv(handle, &input, &inputLeft, &output, &outputLeft) != Int(bitPattern: UInt.max)
            {
                break
            }
            let isFront = errno == EINVAL
            if errno == E2BIG || (isFront && !atEnd) { break }
            let passed = isFront ? inputLeft : min(unit, inputLeft)
            guard outputLeft >= Self.replacement.count, let place = output else { break }
            for (k, byte) in Self.replacement.enumerated() {
                place[k] = CChar(bitPattern: byte)
            }
            output = place + Self.replacement.count
            outputLeft -= Self.replacement.count
            input = input.map { $0 + passed }
            inputLeft -= passed
            replaced += 1
        }
        return (text.count - inputLeft, plain.count - outputLeft)
    }

    /// Gives what is held back at the end of the text, and answers how many bytes that is.
    ///
    /// It is a letter on which a mark might have followed, as in windows-1255.
    func finish(into plain: UnsafeMutableRawBufferPointer) -> Int {
        var output = plain.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = plain.count
        // (size_t) -1 on failure, which leaves what was given.
        _ = iconv(handle, nil, nil, &output, &left)
        return plain.count - left
    }
}
