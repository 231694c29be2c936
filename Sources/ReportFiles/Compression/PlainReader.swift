/// Reads a file's bytes, decompressed where they are compressed.
final class PlainReader {
    private let file: InputFile
    private var isDecided = false
    /// How the file is compressed, once something has been read; `nil` where it is not.
    private(set) var compression: Compression?
    private var decompressor: (any Decompressor)?
    /// Bytes read and not yet taken.
    private let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
    private var pending = 0..<0
    private var isAtEnd = false
    /// How many bytes of the file have been read.
    private(set) var bytesRead = 0

    init(_ file: InputFile) { self.file = file }

    deinit { memory.deallocate() }

    /// Reads what is there, at most as much as fits; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReportFileError) -> Int {
        if !isDecided { try decide() }
        if let decompressor { return try decompress(decompressor, into: buffer) }
        if !pending.isEmpty {
            let count = min(pending.count, buffer.count)
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[pending.prefix(count)]))
            pending = pending.dropFirst(count)
            return count
        }
        let count = try file.read(into: buffer)
        bytesRead += count
        if count == 0 { try file.checkUnchanged(after: bytesRead) }
        return count
    }

    /// Looks at the first bytes, of which a pipe may bring one at a time.
    private func decide() throws(ReportFileError) {
        while pending.count < Compression.longestMark, !isAtEnd {
            try fill()
            guard let first = memory[pending].first, first == 0x1F || first == 0x28 else { break }
        }
        isDecided = true
        compression = Compression(UnsafeRawBufferPointer(rebasing: memory[pending]))
        decompressor = compression?.makeDecompressor()
    }

    private func fill() throws(ReportFileError) {
        let count = try file.read(
            into: UnsafeMutableRawBufferPointer(rebasing: memory[pending.upperBound...]))
        bytesRead += count
        isAtEnd = count == 0
        if isAtEnd { try file.checkUnchanged(after: bytesRead) }
        pending = pending.lowerBound..<pending.upperBound + count
    }

    private func decompress(
        _ decompressor: any Decompressor, into buffer: UnsafeMutableRawBufferPointer
    ) throws(ReportFileError) -> Int {
        while true {
            let step: (taken: Int, given: Int)
            do throws(CompressionFault) {
                step = try decompressor.take(
                    UnsafeRawBufferPointer(rebasing: memory[pending]), into: buffer)
            } catch {
                throw ReportFileError(.unusable, file: file.name, error.sentence)
            }
            pending = pending.dropFirst(step.taken)
            if step.given > 0 { return step.given }
            guard pending.isEmpty else { continue }
            if isAtEnd {
                guard decompressor.isComplete else {
                    throw ReportFileError(
                        .unusable, file: file.name, byte: bytesRead,
                        "the compressed data is cut off")
                }
                return 0
            }
            pending = 0..<0
            try fill()
        }
    }
}
