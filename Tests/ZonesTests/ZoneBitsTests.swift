import Testing
import Zones

/// Words of memberships, by hand.
@Suite struct ZoneBitsTests {
    @Test("Open zones stay open where places among those known are in and out, or cannot be told")
    func isOpen() {
        // More than one word: the open zone is the last.
        func bits(_ last: Answer, first: Answer = .no) -> ZoneBits {
            ZoneBits([first] + Array(repeating: .yes, count: 68) + [last])
        }
        let open = bits(.undeterminable)
        #expect(open.isOpen(between: [bits(.yes), bits(.no)]))
        #expect(open.isOpen(between: [bits(.no), bits(.no), bits(.yes)]))
        #expect(open.isOpen(between: [bits(.undeterminable)]))
        #expect(!open.isOpen(between: [bits(.yes), bits(.yes)]))
        #expect(!open.isOpen(between: [bits(.no), bits(.no)]))
        #expect(!open.isOpen(between: []))
        // Each zone for itself.
        let both = bits(.undeterminable, first: .undeterminable)
        #expect(!both.isOpen(between: [bits(.yes, first: .yes), bits(.no, first: .yes)]))
        #expect(both.isOpen(between: [bits(.yes, first: .no), bits(.no, first: .yes)]))
        // Nothing open needs nothing.
        #expect(bits(.no).isOpen(between: []))
    }
}
