import Foundation

/// What was counted of footprints of one kind.
struct RegionTally: Sendable {
    var footprints = 0
    /// Answers for zones, and how many of them are undeterminable, and partly.
    var answers = 0
    var undeterminable = 0
    var partly = 0
    /// Places drawn.
    var draws = 0
    /// Answers that a place refutes, or that are said of places of which none is found.
    var contradictions = 0
    /// Answers of the index unlike those of the definitions.
    var differences = 0
    /// Undeterminable answers where all places of a larger region have one answer.
    var needless = 0
    /// The first of each that is wrong.
    var faults: [String] = []

    var isGood: Bool { contradictions == 0 && differences == 0 && needless == 0 }

    mutating func add(_ other: RegionTally) {
        footprints += other.footprints
        answers += other.answers
        undeterminable += other.undeterminable
        partly += other.partly
        draws += other.draws
        contradictions += other.contradictions
        differences += other.differences
        needless += other.needless
        faults += other.faults
    }

    static let head = [
        "kind", "footprints", "answers", "undeterm.", "partly", "draws", "contrad.", "unlike",
        "needless",
    ]

    func row(_ name: String) -> [String] {
        [name]
            + [
                footprints, answers, undeterminable, partly, draws, contradictions, differences,
                needless,
            ].map(String.init)
    }

    /// A table in Markdown.
    static func table(_ tallies: [RegionKind: RegionTally]) -> String {
        let rows = RegionKind.allCases.compactMap { kind in tallies[kind]?.row(kind.rawValue) }
        let rule = head.map { _ in "---" }
        return ([head, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }
}
