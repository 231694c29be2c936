import Geodesy

/// A line in a GeoJSON file of its own.
public enum LineFile {
    /// All the lines of a file that holds a bare geometry, a Feature or a FeatureCollection, as one.
    ///
    /// - Throws: `AgreementFileError` when the file cannot be read, is no regular file or has more
    ///   than 1 GB, is no GeoJSON, holds no line,
    ///   has coordinates that make none, or is not in WGS 84.
    public static func read(
        path: String, edges: EdgeKind = .geodesic
    ) throws(AgreementFileError) -> LineGeometry {
        try GeometryFile(path: path).line(edges: edges)
    }
}
