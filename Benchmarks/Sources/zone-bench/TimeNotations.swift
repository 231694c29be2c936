import ArgumentParser
import BenchmarkData
import Demarcation
import Foundation

/// Times the reading of written positions on one thread.
struct TimeNotations: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notations", abstract: "Times the reading of written positions, text by text.")

    @Option(help: "How many positions.") var count = 1_000_000
    @Option(help: "How many runs, of which the best and the median are told.") var runs = 7
    @Option(
        help: "A file for the MGRS references, one a line, that another program may be timed on.")
    var texts: String?
    @Option(help: "Only forms whose names begin so.") var form = ""

    func run() throws {
        var random = SeededRandom(seed: 16)
        let places = (0..<count).map { _ in
            Coordinate(
                longitude: .random(in: 22...40, using: &random),
                latitude: .random(in: 44...52, using: &random))
        }
        let mgrs = try places.map { try $0.mgrs() }
        if let texts {
            try mgrs.joined(separator: "\n").write(toFile: texts, atomically: true, encoding: .utf8)
        }
        try time("MGRS, 1 m: corner", mgrs) { try WrittenPosition($0).coordinate.longitude }
        try time("MGRS, 1 m: disc", mgrs) { try WrittenPosition($0).disc().centre.longitude }
        let seconds = try places.map { try $0.degreesMinutesSeconds(decimals: 1) }
        try time("degrees, minutes, seconds", seconds) {
            try WrittenPosition($0).coordinate.longitude
        }
        try time("degrees, minutes, seconds: disc", seconds) {
            try WrittenPosition($0).disc().bound.metres
        }
        let compact = seconds.map { text in String(text.filter { !"°'\" ".contains($0) }) }
        try time("run together", compact) { try WrittenPosition($0).coordinate.longitude }
        let decimals = try places.map { try $0.decimalDegrees(digits: 6) }
        try time("decimal degrees", decimals) { try WrittenPosition($0).coordinate.longitude }
        let metres = try places.map { try $0.utm(decimals: 0) }
        try time("UTM", metres) { try WrittenPosition($0).coordinate.longitude }
    }

    private func time(
        _ form: String, _ texts: [String], _ read: (UnsafeRawBufferPointer) throws -> Double
    ) throws {
        guard form.hasPrefix(self.form) else { return }
        let bytes = Array(texts.joined().utf8)
        var ends = [0]
        for text in texts { ends.append(ends[ends.count - 1] + text.utf8.count) }
        var sum = 0.0
        var failures = 0
        let rates = bytes.withUnsafeBytes { bytes in
            Stopwatch.rates(count: texts.count, runs: runs, budget: 5) { n in
                for i in 0..<n {
                    do {
                        sum += try read(
                            UnsafeRawBufferPointer(rebasing: bytes[ends[i]..<ends[i + 1]]))
                    } catch {
                        failures += 1
                    }
                }
            }
        }
        guard failures == 0, sum.isFinite else {
            throw ValidationError("\(form): \(failures) refused")
        }
        var row = Row("notations", form)
        row.uniform = rates.best
        row.uniformMedian = rates.median
        row.count = rates.count
        row.nanoseconds = 1e9 / rates.best
        try row.show()
    }
}
