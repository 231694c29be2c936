internal import CSimdjson

extension JSONParser {
    /// Finds the tokens of a block of records, which begins at byte `base` of what it is part of;
    /// says whether the block can be read by them.
    package func index(_ block: UnsafeRawBufferPointer, base: Int = 0) -> Bool {
        hasIndex = false
        self.base = base
        guard block.count <= Self.longestIndexed, let start = block.baseAddress else {
            return false
        }
        hasIndex = csj_index(handle, start.assumingMemoryBound(to: UInt8.self), block.count)
        return hasIndex
    }

    /// Forgets the tokens, before other bytes come.
    package func forgetIndex() { hasIndex = false }

    /// Finds whole objects and arrays that are elements of an array, as many as there are up to
    /// some number, and moves `i` behind them; none when something else comes next.
    package func elements(
        _ bytes: UnsafeRawBufferPointer, from i: inout Int, needsComma: inout Bool
    ) -> [Range<Int>] {
        guard let start = bytes.baseAddress else { return [] }
        let block = (start + base).assumingMemoryBound(to: UInt8.self)
        var place = i - base
        defer { i = place + base }
        return withUnsafeTemporaryAllocation(of: csj_range.self, capacity: 256) { out in
            let count = csj_elements(
                handle, block, &place, &needsComma, out.baseAddress, out.count)
            return out[..<count].map { Int($0.start) + base..<Int($0.end) + base }
        }
    }
}
