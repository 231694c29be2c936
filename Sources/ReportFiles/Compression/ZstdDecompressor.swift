internal import CZstd

/// Zstandard (RFC 8878), also several frames one after the other.
final class ZstdDecompressor: Decompressor {
    private let stream: OpaquePointer?
    private(set) var isComplete = true

    init() {
        // NULL only without memory
        stream = ZSTD_createDStream()
        precondition(stream != nil, "no memory for zstd")
    }

    deinit { ZSTD_freeDStream(stream) }

    func take(
        _ compressed: UnsafeRawBufferPointer, into plain: UnsafeMutableRawBufferPointer
    ) throws(CompressionFault) -> (taken: Int, given: Int) {
        var source = ZSTD_inBuffer(src: compressed.baseAddress, size: compressed.count, pos: 0)
        var target = ZSTD_outBuffer(dst: plain.baseAddress, size: plain.count, pos: 0)
        // 0 at the end of a frame, else an error or how many bytes it would like to have
        let status = ZSTD_decompressStream(stream, &target, &source)
        guard ZSTD_isError(status) == 0 else {
            throw CompressionFault(
                sentence: "the zstd data is damaged: "
                    + String(cString: ZSTD_getErrorName(status)))
        }
        if source.pos > 0 || target.pos > 0 { isComplete = status == 0 }
        return (source.pos, target.pos)
    }
}
