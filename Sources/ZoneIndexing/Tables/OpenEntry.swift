internal import CKernels

/// How positions in an open cell are decided that its cut does not decide: by a decider, or by a leaf.
struct OpenEntry: Hashable, Sendable {
    let bits: UInt32

    init(bits: UInt32) { self.bits = bits }

    static func decider(_ number: Int) -> OpenEntry { OpenEntry(bits: UInt32(number)) }
    static func leaf(_ offset: Int) -> OpenEntry { OpenEntry(bits: DMZ_LEAF | UInt32(offset)) }

    var isLeaf: Bool { bits & DMZ_LEAF != 0 }
    /// The decider's number, or the leaf's offset.
    var number: UInt32 { isLeaf ? bits & ~DMZ_LEAF : bits & DMZ_DECIDER }
}
