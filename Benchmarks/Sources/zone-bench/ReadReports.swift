import ArgumentParser
import Foundation
import ReportFiles

/// Reads reports and does nothing with them: what reading alone costs.
struct ReadReports: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Reads a file of reports on one thread and counts them.")

    @Argument(help: "The file.") var file: String

    func run() throws {
        guard let input = FileHandle(forReadingAtPath: file) else {
            throw ValidationError("\(file): cannot be read")
        }
        var reader = ReportReader(name: file)
        var (count, sum) = (0, 0.0)
        func take(_ batch: ReportBatch) {
            count += batch.count
            for k in batch.indices {
                sum += batch.positions[k].longitude + batch.uncertainties[k].metres
            }
        }
        while let chunk = try input.read(upToCount: 1 << 18), !chunk.isEmpty {
            take(try reader.feed(chunk))
        }
        take(try reader.finish())
        print("\(count) reports, checksum \(sum)")
    }
}
