/// Memory for several arrays at once, taken one after the other and given back together.
///
/// The arrays hold nothing when they are taken, and their elements need not be let go of.
package struct TemporaryMemory {
    private var rest: UnsafeMutableRawBufferPointer

    /// How much is needed.
    package struct Size {
        fileprivate private(set) var byteCount = 0

        package init() {}

        /// The size with room for so many elements more.
        package func with<Element>(_ count: Int, of type: Element.Type) -> Size {
            with(byteCount: count * MemoryLayout<Element>.stride)
        }

        /// The size with room for so many bytes more.
        package func with(byteCount more: Int) -> Size {
            var size = self
            size.byteCount += TemporaryMemory.rounded(more)
            return size
        }
    }

    /// Calls `body` with memory of a size, which is gone afterwards.
    @inline(__always)
    package static func with<Result>(
        _ size: Size, _ body: (inout TemporaryMemory) -> Result
    ) -> Result {
        withUnsafeTemporaryAllocation(byteCount: size.byteCount, alignment: alignment) {
            var memory = TemporaryMemory(rest: $0)
            return body(&memory)
        }
    }

    /// Takes an array.
    @inline(__always)
    package mutating func take<Element>(
        _ count: Int, of type: Element.Type
    ) -> UnsafeMutableBufferPointer<Element> {
        precondition(_isPOD(Element.self), "elements must be plain data")
        return take(byteCount: count * MemoryLayout<Element>.stride).bindMemory(to: Element.self)
    }

    /// Takes so many bytes.
    @inline(__always)
    package mutating func take(byteCount: Int) -> UnsafeMutableRawBufferPointer {
        let size = Self.rounded(byteCount)
        precondition(size <= rest.count, "more is taken than was asked for")
        let taken = UnsafeMutableRawBufferPointer(rebasing: rest[..<byteCount])
        rest = UnsafeMutableRawBufferPointer(rebasing: rest[size...])
        return taken
    }

    /// Arrays begin where anything may begin that `malloc` gives; more would cost a slower allocation.
    private static let alignment = 16

    @inline(__always)
    private static func rounded(_ byteCount: Int) -> Int {
        (byteCount + alignment - 1) & ~(alignment - 1)
    }
}
