import AgreementFiles
import Demarcation
import Foundation
import Geodesy

/// Agreement files and the geometry files that they name: they are read and judge a report, or every
/// fault has a place; nothing traps.
struct AgreementTarget {
    private let folder: String

    /// A target that writes geometry into a folder.
    init(folder: String) { self.folder = folder }

    func fault(agreement bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        do throws(AgreementFileErrors) {
            return judge(try AgreementFile.read(text: text, folder: folder).agreement)
        } catch {
            return error.errors.isEmpty ? "refused without a fault" : nil
        }
    }

    func fault(geometry bytes: [UInt8]) -> String? {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: folder + "fuzzed.geojson"))
        } catch {
            return "cannot write into \(folder): \(error)"
        }
        for zone in ["{within: 2 km each side, of: a}", "{polygon: fuzzed.geojson}"] {
            let line = zone.contains("of: a") ? "lines: {a: {geometry: fuzzed.geojson}}\n" : ""
            let text = "parties: {p: P, q: Q}\n\(line)zones: {z: \(zone)}\n"
            if let fault = fault(agreement: Array(text.utf8)) { return fault }
        }
        return nil
    }

    private func judge(_ agreement: Agreement) -> String? {
        guard let compiled = try? CompiledAgreement(agreement) else { return nil }
        for longitude in [-180.0, 30.01, 180] {
            let report = Report(
                position: Coordinate(longitude: longitude, latitude: 50), uncertainty: .metres(5),
                category: "tank")
            let judgement = compiled.judge(report)
            let told = judgement.zonesInside.count + judgement.zonesUndeterminable.count
            if told > agreement.zones.count { return "more zones are told than there are" }
        }
        return nil
    }
}
