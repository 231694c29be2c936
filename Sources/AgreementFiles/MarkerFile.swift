import Agreements
import Geodesy

/// The points of a GeoJSON file with their names: markers along a line.
struct MarkerFile {
    let markers: [LineMarker]

    /// The markers of a file.
    ///
    /// - Throws: `AgreementFileError` when the file cannot be read, is no GeoJSON in WGS 84, or has a point without a
    ///   property `name`.
    init(path: String) throws(AgreementFileError) {
        // Whether it is GeoJSON at all, and in WGS 84.
        _ = try GeometryFile(path: path)
        // JSON is YAML too, whose nodes know where they stand.
        let root = try YAMLDocument.read(try FileBytes.readText(path), file: path).root
        func member(_ node: YAMLNode?, _ key: String) -> YAMLNode? {
            node?.mapping?.first { $0.key == key }?.value
        }
        var markers: [LineMarker] = []
        for feature in member(root, "features")?.list ?? [] {
            let geometry = member(feature, "geometry")
            guard member(geometry, "type")?.scalar == "Point" else { continue }
            let numbers = (member(geometry, "coordinates")?.list ?? []).compactMap {
                $0.scalar.flatMap { AgreementReader.number($0) }
            }
            guard numbers.count >= 2 else { continue }
            guard
                let name = member(member(feature, "properties"), "name")?.scalar, !name.isEmpty
            else {
                throw AgreementFileError(
                    .content, file: path, at: feature.mark,
                    "a marker has its name in the property 'name', as in \"properties\": {\"name\": \"0646\"}"
                )
            }
            markers.append(
                LineMarker(
                    id: name, position: Coordinate(longitude: numbers[0], latitude: numbers[1])))
        }
        guard !markers.isEmpty else {
            throw AgreementFileError(
                .content, file: path, at: nil,
                "there is no point in it; markers are a FeatureCollection of points, each with a property 'name'"
            )
        }
        self.markers = markers
    }
}
