package import CSimdjson

/// The text of JSON strings.
package enum JSONText {
    /// The text of a string value; `nil` for other values and for escapes that are no text.
    package static func string(_ bytes: UnsafeRawBufferPointer, _ value: csj_value) -> String? {
        guard value.kind == CSJ_STRING || value.kind == CSJ_ESCAPED_STRING else { return nil }
        let inner = UnsafeRawBufferPointer(
            rebasing: value.text.part(of: bytes).dropFirst().dropLast())
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

    /// Where bytes are not one JSON value; their number where that cannot be told, `nil` where they are.
    package static func fault(in bytes: UnsafeRawBufferPointer) -> Int? {
        var fault = 0
        let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        return csj_is_json(start, bytes.count, &fault) ? nil : fault
    }

    /// The bytes of a value as they came.
    package static func raw(_ bytes: UnsafeRawBufferPointer, _ value: csj_value) -> String {
        String(decoding: value.text.part(of: bytes), as: UTF8.self)
    }
}

extension csj_range {
    fileprivate func part(of bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[Int(start)..<Int(end)])
    }
}
