extension LineGeometry {
    /// A place where ends of parts meet and do not make one line.
    public struct Junction: Hashable, Sendable {
        /// What meets there.
        public enum Kind: String, CaseIterable, Hashable, Sendable {
            /// Two parts end there: left and right change over.
            case headToHead
            /// Two parts begin there: left and right change over.
            case tailToTail
            /// Three and more ends and beginnings, so that nobody can tell which belong together.
            case several
        }

        /// What meets there.
        public let kind: Kind
        /// The place, as the first of the parts writes it.
        public let place: Coordinate
        /// The parts that end or begin there, counted from 0, in their order.
        public let parts: [Int]
    }

    /// The places where ends of parts meet and cannot be joined, whatever `joins` says; in the
    /// order of the first part at each.
    ///
    /// - Complexity: about linear in the parts.
    public var junctions: [Junction] {
        let meetings = EndMeetings(self)
        var found: [Junction] = []
        for p in parts.indices {
            for place in meetings.places(ofPart: p) {
                guard let meeting = meetings[place], meeting.firstPart == p else { continue }
                let kind: Junction.Kind
                switch (meeting.ends.count, meeting.beginnings.count) {
                case (2, 0): kind = .headToHead
                case (0, 2): kind = .tailToTail
                case (let ends, let beginnings) where ends + beginnings > 2: kind = .several
                default: continue
                }
                found.append(
                    Junction(
                        kind: kind, place: place,
                        parts: (meeting.ends + meeting.beginnings).sorted()))
            }
        }
        return found
    }
}
