internal import CSimdjson

/// Reads single JSON texts by places in their bytes.
///
/// Not to be shared between threads: it keeps the working memory of one parse.
final class JSONParser {
    let handle: OpaquePointer
    /// Whether the tokens of a block are known, and where it begins in what it is part of.
    var hasIndex = false
    var base = 0
    let values: UnsafeMutableBufferPointer<csj_value>

    /// A parser that looks for the named members of a Feature's `properties`.
    init(wanted names: [String]) {
        values = .allocate(capacity: names.count)
        values.initialize(repeating: csj_value())
        let texts = names.map { Array($0.utf8).map { CChar(bitPattern: $0) } }
        let joined = texts.flatMap { $0 }
        handle = joined.withUnsafeBufferPointer { all in
            var pointers: [UnsafePointer<CChar>?] = []
            var start = 0
            for text in texts {
                pointers.append(all.baseAddress.map { $0 + start })
                start += text.count
            }
            // NULL only without memory, of which Swift would not survive the lack either.
            guard let handle = csj_parser_new(pointers, texts.map(\.count), names.count) else {
                fatalError("no memory for a JSON parser")
            }
            return handle
        }
    }

    deinit {
        csj_parser_free(handle)
        values.deallocate()
    }

    /// Reads a Feature; the wanted members are then in `values`.
    func parse(_ bytes: UnsafeRawBufferPointer, into feature: inout csj_feature) {
        let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        csj_parse_feature(handle, start, bytes.count, &feature, values.baseAddress)
        // The output takes as much again; the tokens of so long a record may take more.
        if bytes.count > Self.longestIndexed { csj_release_tokens(handle) }
    }

    /// The ranges that the last Feature's earlier findings take.
    func cut(_ k: Int) -> csj_range { csj_cuts(handle)[k] }

    /// The text of a string member of a member of an object; `nil` when there is none.
    func text(in bytes: UnsafeRawBufferPointer, of outer: String, _ inner: String) -> String? {
        var value = csj_value()
        let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard csj_find(handle, start, bytes.count, outer, inner, &value) else { return nil }
        return JSONText.string(bytes, value)
    }
}

/// The text of JSON strings.
enum JSONText {
    /// The text of a string value; `nil` for other values and for escapes that are no text.
    static func string(_ bytes: UnsafeRawBufferPointer, _ value: csj_value) -> String? {
        guard value.kind == CSJ_STRING || value.kind == CSJ_ESCAPED_STRING else { return nil }
        let inner = bytes[part: Int(value.text.start) + 1..<Int(value.text.end) - 1]
        if value.kind == CSJ_STRING { return String(decoding: inner, as: UTF8.self) }
        var length = 0
        let text = String(unsafeUninitializedCapacity: inner.count) { out in
            let start = inner.baseAddress?.assumingMemoryBound(to: UInt8.self)
            // -1 on an unpaired surrogate
            length = csj_unescape(start, inner.count, out.baseAddress)
            return max(length, 0)
        }
        return length < 0 ? nil : text
    }

    static func raw(_ bytes: UnsafeRawBufferPointer, _ value: csj_value) -> String {
        String(decoding: bytes[part: value.range], as: UTF8.self)
    }
}

extension csj_value {
    var range: Range<Int> { Int(text.start)..<Int(text.end) }
}
