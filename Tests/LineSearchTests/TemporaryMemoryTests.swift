import LineSearch
import Testing

/// Arrays taken from one piece of memory do not lie in each other's way.
@Suite("Temporary memory")
struct TemporaryMemoryTests {
    @Test("Arrays keep what is written to them, whatever their elements' sizes", arguments: 0...9)
    func arrays(count: Int) {
        let size = TemporaryMemory.Size().with(count, of: UInt8.self).with(byteCount: 3)
            .with(count, of: Double.self).with(count, of: Int32?.self)
        TemporaryMemory.with(size) { memory in
            let bytes = memory.take(count, of: UInt8.self)
            let raw = memory.take(byteCount: 3)
            let numbers = memory.take(count, of: Double.self)
            let optional = memory.take(count, of: Int32?.self)
            #expect(bytes.count == count && raw.count == 3 && numbers.count == count)
            bytes.initialize(repeating: 0xff)
            raw.initializeMemory(as: UInt8.self, repeating: 7)
            optional.initialize(repeating: nil)
            for k in 0..<count { numbers[k] = Double(k) }
            #expect(bytes.allSatisfy { $0 == 0xff } && raw.allSatisfy { $0 == 7 })
            #expect(numbers.elementsEqual((0..<count).map(Double.init)))
            #expect(optional.allSatisfy { $0 == nil })
        }
    }
}
