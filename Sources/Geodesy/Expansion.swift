/// A number held exactly as a sum of doubles of growing magnitude, none overlapping another.
///
/// - Source: J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric
///   Predicates, Discrete & Computational Geometry 18, 1997.
struct Expansion {
    /// The parts in order of growing magnitude; empty for zero.
    private var parts: [Double] = []

    init(_ value: Double) { if value != 0 { parts = [value] } }

    /// -1, 0 or 1.
    var sign: Int { parts.last.map { $0 > 0 ? 1 : -1 } ?? 0 }

    static func + (a: Expansion, b: Expansion) -> Expansion {
        var sum = a
        for part in b.parts { sum.add(part) }
        return sum
    }

    static func - (a: Expansion, b: Expansion) -> Expansion { a + b.negated }

    static func * (a: Expansion, b: Expansion) -> Expansion {
        var product = Expansion(0)
        for x in a.parts {
            for y in b.parts {
                let high = x * y
                // The rounding error of a product is itself a double, and fma gives it exactly.
                product.add((-high).addingProduct(x, y))
                product.add(high)
            }
        }
        return product
    }

    private var negated: Expansion {
        var result = self
        result.parts = parts.map { -$0 }
        return result
    }

    /// Adds one double: Shewchuk's Grow-Expansion with zeros left out.
    private mutating func add(_ value: Double) {
        var carry = value
        var grown: [Double] = []
        grown.reserveCapacity(parts.count + 1)
        for part in parts {
            let sum = carry + part
            let virtual = sum - carry
            let rest = (carry - (sum - virtual)) + (part - virtual)
            if rest != 0 { grown.append(rest) }
            carry = sum
        }
        if carry != 0 { grown.append(carry) }
        parts = grown
    }
}
