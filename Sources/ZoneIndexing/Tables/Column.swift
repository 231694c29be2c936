import LineSearch

/// One field of a table: an array while the table is being built, then memory that never moves.
struct Column<Element: Sendable>: Sendable {
    /// While it is being built.
    private(set) var elements: [Element]
    /// Once it is fixed.
    private(set) var fixed = FixedArray<Element>([])

    init(_ elements: [Element] = []) { self.elements = elements }

    var count: Int { elements.count + fixed.count }

    /// The number of bytes held.
    var byteCount: Int { count * MemoryLayout<Element>.stride }

    subscript(position: Int) -> Element {
        get { elements[position] }
        set { elements[position] = newValue }
    }

    mutating func append(_ element: Element) { elements.append(element) }

    static func += (column: inout Column, more: some Sequence<Element>) {
        column.elements.append(contentsOf: more)
    }

    /// Takes the column to where it stays; nothing is added from then on.
    mutating func fix() {
        fixed = FixedArray(elements)
        elements = []
    }
}
