/// Takes compressed bytes and gives the plain ones.
protocol Decompressor: AnyObject {
    /// Whether no compressed stream is open, so that the file may end here.
    var isComplete: Bool { get }
    /// Turns compressed bytes into plain ones; answers with how many of each there were.
    ///
    /// - Throws: `CompressionFault` when the bytes are not what they should be.
    func take(
        _ compressed: UnsafeRawBufferPointer, into plain: UnsafeMutableRawBufferPointer
    ) throws(CompressionFault) -> (taken: Int, given: Int)
}

/// What is wrong with compressed bytes.
struct CompressionFault: Error {
    let sentence: String
}

/// How a file is compressed.
enum Compression: String {
    case gzip
    case zstd

    /// The compression that a file's first bytes tell; `nil` when they tell none.
    init?(_ bytes: UnsafeRawBufferPointer) {
        if bytes.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            self = .zstd
        } else {
            return nil
        }
    }

    /// How many bytes tell.
    static let longestMark = 4

    func makeDecompressor() -> any Decompressor {
        switch self {
        case .gzip: GzipDecompressor()
        case .zstd: ZstdDecompressor()
        }
    }
}
