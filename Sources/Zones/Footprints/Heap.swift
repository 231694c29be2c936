/// Values of which the first by an order can be taken.
struct Heap<Value> {
    private var values: [Value] = []
    private let comesBefore: (Value, Value) -> Bool

    init(_ comesBefore: @escaping (Value, Value) -> Bool) { self.comesBefore = comesBefore }

    mutating func insert(_ value: Value) {
        values.append(value)
        var child = values.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard comesBefore(values[child], values[parent]) else { return }
            values.swapAt(child, parent)
            child = parent
        }
    }

    mutating func popFirst() -> Value? {
        guard let first = values.first, let last = values.popLast() else { return nil }
        guard !values.isEmpty else { return first }
        values[0] = last
        var parent = 0
        while true {
            var next = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < values.count && comesBefore(values[child], values[next]) {
                next = child
            }
            if next == parent { return first }
            values.swapAt(parent, next)
            parent = next
        }
    }
}
