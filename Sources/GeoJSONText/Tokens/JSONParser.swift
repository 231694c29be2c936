package import CSimdjson

/// Reads single JSON texts by places in their bytes.
///
/// Not to be shared between threads: it keeps the working memory of one parse.
package final class JSONParser {
    /// Blocks beyond this are read record by record: their tokens take several times their size.
    static let longestIndexed = 8 << 20

    /// The parser of the C++ target; freed with this object.
    package let handle: OpaquePointer
    /// Whether the tokens of a block are known, and where it begins in what it is part of.
    package internal(set) var hasIndex = false
    package internal(set) var base = 0
    /// The wanted members of the last Feature.
    package let values: UnsafeMutableBufferPointer<csj_value>

    /// A parser that looks for the named members of a Feature's `properties`.
    ///
    /// - Parameters:
    ///   - watched: names of members for which a record of a block is left to be read alone.
    ///   - readsFindings: whether the names may be those of earlier findings, which are passed over otherwise.
    package init(
        wanted names: [String], watching watched: [String] = [], readsFindings: Bool = false
    ) {
        values = .allocate(capacity: names.count)
        values.initialize(repeating: csj_value())
        // NULL only without memory, of which Swift would not survive the lack either.
        guard let handle = Self.withTexts(names, csj_parser_new) else {
            fatalError("no memory for a JSON parser")
        }
        self.handle = handle
        if readsFindings { csj_read_findings(handle) }
        Self.withTexts(watched) { csj_watch(handle, $0, $1, $2) }
    }

    /// Calls with the texts, their lengths and their number.
    private static func withTexts<Result>(
        _ names: [String],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int>?, Int) -> Result
    ) -> Result {
        let texts = names.map { Array($0.utf8).map { CChar(bitPattern: $0) } }
        return texts.flatMap { $0 }.withUnsafeBufferPointer { all in
            var pointers: [UnsafePointer<CChar>?] = []
            var start = 0
            for text in texts {
                pointers.append(all.baseAddress.map { $0 + start })
                start += text.count
            }
            return body(pointers, texts.map(\.count), names.count)
        }
    }

    deinit {
        csj_parser_free(handle)
        values.deallocate()
    }

    /// Reads a Feature; the wanted members are then in `values`.
    package func parse(_ bytes: UnsafeRawBufferPointer, into feature: inout csj_feature) {
        let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        csj_parse_feature(handle, start, bytes.count, &feature, values.baseAddress)
        releaseTokens(after: bytes)
    }

    /// Reads an object of any kind, its members as those of a Feature's `properties`.
    package func parse(object bytes: UnsafeRawBufferPointer, into feature: inout csj_feature) {
        let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        csj_parse_object(handle, start, bytes.count, &feature, values.baseAddress)
        releaseTokens(after: bytes)
    }

    private func releaseTokens(after bytes: UnsafeRawBufferPointer) {
        // The output takes as much again; the tokens of so long a record may take more.
        if bytes.count > Self.longestIndexed { csj_release_tokens(handle) }
    }

    /// The ranges that the last Feature's earlier findings take.
    package func cut(_ k: Int) -> csj_range { csj_cuts(handle)[k] }
}
