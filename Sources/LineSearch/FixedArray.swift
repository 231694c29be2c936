/// Memory that is filled once and never moves, so that C may keep its address.
///
/// `@unchecked`: nothing is written after the beginning.
package final class FixedArray<Element: Sendable>: @unchecked Sendable {
    @usableFromInline package let memory: UnsafeMutableBufferPointer<Element>

    package init(_ elements: [Element]) {
        // One more than needed, so that there is an address even when there is nothing; and where a line
        // of the processor's cache begins.
        memory = UnsafeMutableRawBufferPointer.allocate(
            byteCount: (elements.count + 1) * MemoryLayout<Element>.stride,
            alignment: max(64, MemoryLayout<Element>.alignment)
        ).bindMemory(to: Element.self)
        _ = memory.initialize(from: elements)
        count = elements.count
    }

    deinit {
        memory.baseAddress?.deinitialize(count: count)
        memory.deallocate()
    }

    @usableFromInline package let count: Int

    /// The number of bytes held.
    package var byteCount: Int { count * MemoryLayout<Element>.stride }

    @inlinable
    package var baseAddress: UnsafePointer<Element>? { UnsafePointer(memory.baseAddress) }

    @inlinable @inline(__always)
    package subscript(position: Int) -> Element {
        precondition(position >= 0 && position < count)
        return memory[position]
    }

    /// The address of an element, of which only some may be read.
    @inlinable @inline(__always)
    package func pointer(to position: Int) -> UnsafePointer<Element> {
        precondition(position >= 0 && position < count)
        return UnsafePointer(memory.baseAddress.unsafelyUnwrapped + position)
    }
}
