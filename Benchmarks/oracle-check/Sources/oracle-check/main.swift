// Compares a ZoneIndex with the records of the program `truth`.
//
//     oracle-check NAME LINE EDGES RECORDS [--tolerance METRES] LIMIT...
//
// Prints one row of a table for each offset; exits with 1 when an answer is wrong.
import Foundation
import Geodesy

var arguments = Array(CommandLine.arguments.dropFirst())
var tolerance = 2e-6
if let option = arguments.firstIndex(of: "--tolerance") {
    tolerance = Double(arguments[option + 1]) ?? tolerance
    arguments.removeSubrange(option...option + 1)
}
guard arguments.count > 4, let edges = EdgeKind(rawValue: arguments[2]) else {
    FileHandle.standardError.write(Data("usage: see the top of main.swift\n".utf8))
    exit(64)
}
let name = "\(arguments[0]), \(edges)"
let limits = arguments[4...].compactMap { Double($0) }
// The records know parts only, and no joins.
let line = try LineGeometry(
    parts: LineFile.parts(arguments[1]), edges: edges, joins: .asDrawn)
let data = try Data(contentsOf: URL(fileURLWithPath: arguments[3]), options: .alwaysMapped)
let count = data.count / TruthRecord.size

var wrong = 0
for (kind, zones) in [
    ("all kinds", CheckedZone.all(limits)), ("both sides", CheckedZone.simple(limits)),
] {
    var comparison = try Comparison(
        line: line, zones: zones, limits: limits, tolerance: tolerance)
    comparison.hasParts = line.parts.count > 1
    let block = 65_536
    for first in stride(from: 0, to: count, by: block) {
        let truths = (first..<min(first + block, count)).map { TruthRecord(data, number: $0) }
        comparison.compare(truths, withNearest: kind == "all kinds")
    }
    for offset in Offset.allCases {
        let tally = comparison.tallies[offset.rawValue]
        print(
            "| \(name) | \(zones.count) \(kind) | \(offset.name) | \(tally.positions) "
                + "| \(tally.wrongVerdicts) | \(tally.wrongSides) | \(tally.exempt) |")
    }
    if kind == "all kinds" {
        print(
            "| \(name) | nearest | worst distance error \(comparison.worstDistance) m | \(count) "
                + "| | \(comparison.wrongNearestSides) | |")
    }
    for fault in comparison.shown { print("  wrong: \(name), \(kind): \(fault)") }
    wrong += comparison.wrong
}
exit(wrong == 0 ? 0 : 1)
