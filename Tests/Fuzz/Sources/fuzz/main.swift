import AgreementFiles
import Demarcation
import Foundation
import ReportFiles

// usage: fuzz TARGET SECONDS SEED FOLDER
//
// TARGET is agreement, geometry, position, geojson, lines, sequence, cot or csv; FOLDER holds the files to begin with,
// by target. The input at hand is in `fuzz-TARGET.last` in the working folder, so that it is there after
// a trap.
guard CommandLine.arguments.count == 5, let seconds = Double(CommandLine.arguments[2]),
    let seed = UInt64(CommandLine.arguments[3])
else {
    print("usage: fuzz TARGET SECONDS SEED FOLDER")
    exit(64)
}
let (target, folder) = (CommandLine.arguments[1], CommandLine.arguments[4])
let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(target)").sorted()
let seeds = try files.map { name in
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(target)/\(name)")))
}
let last = URL(fileURLWithPath: "fuzz-\(target).last")
let scratch = FileManager.default.temporaryDirectory.path + "/fuzz-\(getpid())/"
try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: scratch) }

let reports = ReportTarget(
    agreement: try CompiledAgreement(
        AgreementFile.read(path: "\(folder)/agreement.yaml").agreement))
let agreements = AgreementTarget(folder: scratch)
var mutator = Mutator(seed: seed)

@MainActor func fault(_ bytes: [UInt8]) -> String? {
    switch target {
    case "agreement": agreements.fault(agreement: bytes)
    case "geometry": agreements.fault(geometry: bytes)
    case "position": PositionTarget.fault(bytes)
    case "geojson": reports.fault(bytes, .geojson, &mutator)
    case "lines": reports.fault(bytes, .lines, &mutator)
    case "sequence": reports.fault(bytes, .sequence, &mutator)
    case "cot": reports.fault(bytes, .cot, &mutator)
    default: reports.fault(bytes, mutator.below(4) == 0 ? nil : .csv, &mutator)
    }
}

let start = ContinuousClock.now
var runs = 0
// First the files as they are: each was found by somebody, or holds all that there is.
for (name, bytes) in zip(files, seeds) {
    try Data(bytes).write(to: last)
    if let fault = fault(bytes) {
        print("\(target)/\(name): \(fault)")
        exit(1)
    }
}
while ContinuousClock.now - start < .seconds(seconds) {
    var bytes = seeds[mutator.below(seeds.count)]
    mutator.mutate(&bytes)
    try Data(bytes).write(to: last)
    runs += 1
    if let fault = fault(bytes) {
        print("after \(runs) inputs of seed \(seed), kept in \(last.path): \(fault)")
        exit(1)
    }
}
try? FileManager.default.removeItem(at: last)
print("\(target): \(runs) inputs of seed \(seed), no fault")
