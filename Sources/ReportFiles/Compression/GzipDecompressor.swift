internal import CZlib

/// gzip (RFC 1952), also several members one after the other.
final class GzipDecompressor: Decompressor {
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private(set) var isComplete = true

    init() {
        stream.initialize(to: z_stream())
        // 15: the largest window; 16: gzip and nothing else. Other than Z_OK only without memory.
        let status = inflateInit2_(
            stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "no memory for gzip")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func take(
        _ compressed: UnsafeRawBufferPointer, into plain: UnsafeMutableRawBufferPointer
    ) throws(CompressionFault) -> (taken: Int, given: Int) {
        if compressed.isEmpty { return (0, 0) }
        isComplete = false
        // zlib does not write to its input.
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: compressed.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(clamping: compressed.count)
        stream.pointee.next_out = plain.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(clamping: plain.count)
        let before = (stream.pointee.avail_in, stream.pointee.avail_out)
        let status = inflate(stream, Z_NO_FLUSH)
        // Z_BUF_ERROR: it needs more bytes, which is no fault.
        guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
            let words = stream.pointee.msg.map { String(cString: $0) } ?? "error \(status)"
            throw CompressionFault(sentence: "the gzip data is damaged: \(words)")
        }
        if status == Z_STREAM_END {
            isComplete = true
            inflateReset(stream)
        }
        return (
            Int(before.0 - stream.pointee.avail_in), Int(before.1 - stream.pointee.avail_out)
        )
    }
}
