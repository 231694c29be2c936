import ReportFiles
import Zones

/// `geometry-means`: what of a geometry that is no point the object takes up.
struct GeometryMeaningEntry: ProfileEntry {
    static let keys = ["geometry-means"]

    private let meaning: Footprint.Meaning

    init(_ value: ProfileNode) throws(ProfileFault) {
        guard let meaning = value.text.flatMap(Footprint.Meaning.init(rawValue:)) else {
            throw value.fault(
                "expected " + Footprint.Meaning.allCases.map(\.rawValue).joined(separator: " or "))
        }
        self.meaning = meaning
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        if asked.geometryMeans == nil { fields.geometryMeans = meaning }
    }
}
