import CKernels
import TestSupport
import Testing

@testable import ZoneIndexing

/// What cells say of reports that may be off, looked up by fours, is what they say one by one.
@Suite("Reports by fours", .serialized)
struct ReportKernelTests {
    @Test("A bound as long as a clearance is within it, and the next longer one is not")
    func limits() {
        let position = dmz_position(longitude: 21.5, latitude: 42.5)
        for clearance in 1...255 {
            let length = MadeUpCells.length(clearance)
            let cells = MadeUpCells(
                labels: Array(repeating: 5, count: 17), clearance: UInt8(clearance))
            let told = [0, .leastNonzeroMagnitude, 1, 1.125, length.nextDown, length]
            let open = [length.nextUp, 2 * length, 1e300, .infinity, .nan, -1, -.infinity]
            let bounds = told + open
            let (wide, plain) = WideVectors.both {
                cells.labels(Array(repeating: position, count: bounds.count), bounds)
            }
            #expect(wide == plain)
            let expected =
                bounds.indices.map { $0 < told.count && bounds[$0] <= length ? 5 : nil }
                as [UInt32?]
            #expect(wide == expected, "\(clearance)")
            // Alone, and last of a batch.
            for (bound, label) in zip(bounds, expected) {
                #expect(cells.labels([position], [bound]) == [label], "\(clearance), \(bound)")
            }
        }
        let cells = MadeUpCells(labels: Array(repeating: 5, count: 17), clearance: 0)
        #expect(cells.labels([position, position], [0, 1e-9]) == [nil, nil])
    }

    @Test("The number of a length stands for no longer one, a hair short")
    func codes() {
        for clearance in 1...255 {
            let length = MadeUpCells.length(clearance)
            #expect(Int(Clearance.code(length * (1 + 1e-8))) == clearance)
            #expect(Int(Clearance.code(length)) == clearance - 1)
        }
        #expect([0, -1, 0.5, 1, 1.12].map(Clearance.code) == [0, 0, 0, 0, 0])
        #expect([1e10, 1e300, .infinity].map(Clearance.code) == [255, 255, 255])
        #expect(Clearance.code(.nan) == 0)
    }

    @Test("Margins, blocks and cuts", arguments: 1...12 as ClosedRange<UInt64>)
    func sides(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let cells = MadeUpCells(&random)
        var positions: [dmz_position] = []
        var bounds: [Double] = []
        for number in 0..<3_001 {
            positions.append(
                dmz_position(
                    longitude: .random(in: 19.5...24.5, using: &random),
                    latitude: .random(in: 39.5...44.5, using: &random)))
            bounds.append(number % 50 == 0 ? 0 : random.logarithmic(1, 40_000))
        }
        let (wide, plain) = WideVectors.both { cells.labels(positions, bounds) }
        let expected = zip(positions, bounds).map { cells.label($0, $1) }
        #expect(wide == plain)
        #expect(wide == expected)
        // All ways are gone.
        let told = expected.compactMap { $0 }
        #expect(told.count { $0 < 1_000 } > 300 && told.count { $0 >= 1_000 } > 300)
        #expect(expected.count - told.count > 300)
    }
}
