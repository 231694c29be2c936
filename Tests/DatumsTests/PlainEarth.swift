import Foundation

/// An ellipsoid and the textbook formulas on it: the oracle, which shares no code with PROJ.
struct PlainEarth {
    let a: Double
    let f: Double
    var e2: Double { f * (2 - f) }

    static let wgs84 = PlainEarth(a: 6_378_137, f: 1 / 298.257223563)
    /// Krassowsky 1940 (EPSG:7024).
    static let krassowsky = PlainEarth(a: 6_378_245, f: 1 / 298.3)
    /// International 1924 (EPSG:7022).
    static let international = PlainEarth(a: 6_378_388, f: 1 / 297)
    /// Bessel 1841 (EPSG:7004).
    static let bessel = PlainEarth(a: 6_377_397.155, f: 1 / 299.1528128)
    /// Clarke 1880 (Benoit) (EPSG:7010), given by its two axes.
    static let benoit = PlainEarth(
        a: 6_378_300.789, f: (6_378_300.789 - 6_356_566.435) / 6_378_300.789)
    /// WGS 72 (EPSG:7043).
    static let wgs72 = PlainEarth(a: 6_378_135, f: 1 / 298.26)

    /// Geocentric coordinates of a place on the ellipsoid, in metres.
    func geocentric(longitude: Double, latitude: Double) -> [Double] {
        let (l, p) = (longitude * .pi / 180, latitude * .pi / 180)
        let n = a / (1 - e2 * sin(p) * sin(p)).squareRoot()
        return [n * cos(p) * cos(l), n * cos(p) * sin(l), n * (1 - e2) * sin(p)]
    }

    /// Longitude and latitude in degrees of geocentric coordinates, by iteration.
    func geographic(_ x: [Double]) -> (longitude: Double, latitude: Double) {
        let p = (x[0] * x[0] + x[1] * x[1]).squareRoot()
        var latitude = atan2(x[2], p * (1 - e2))
        for _ in 0..<20 {
            let n = a / (1 - e2 * sin(latitude) * sin(latitude)).squareRoot()
            latitude = atan2(x[2] + e2 * n * sin(latitude), p)
        }
        return (atan2(x[1], x[0]) * 180 / .pi, latitude * 180 / .pi)
    }

    /// Easting and northing from the origin of transverse Mercator with scale 1: Krüger's series in n.
    func gaussKruger(
        longitude: Double, latitude: Double, meridian: Double
    ) -> (easting: Double, northing: Double) {
        let n = f / (2 - f)
        let l = (longitude - meridian) * .pi / 180
        let p = latitude * .pi / 180
        let e = e2.squareRoot()
        let conformal = sinh(atanh(sin(p)) - e * atanh(e * sin(p)))
        let xi = atan2(conformal, cos(l))
        let eta = asinh(sin(l) / (conformal * conformal + cos(l) * cos(l)).squareRoot())
        let rectifying = a / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64)
        let alpha = [
            n / 2 - 2 * n * n / 3 + 5 * n * n * n / 16, 13 * n * n / 48 - 3 * n * n * n / 5,
            61 * n * n * n / 240,
        ]
        var (x, y) = (eta, xi)
        for (k, factor) in alpha.enumerated() {
            let j = Double(2 * (k + 1))
            x += factor * cos(j * xi) * sinh(j * eta)
            y += factor * sin(j * xi) * cosh(j * eta)
        }
        return (rectifying * x, rectifying * y)
    }
}

/// Seven parameters as EPSG publishes them: metres, seconds of arc, parts per million.
struct PlainHelmert {
    var shift: [Double]
    /// In the sense of the position vector; those of a coordinate frame have the other sign.
    var rotation: [Double] = [0, 0, 0]
    var scale = 0.0

    func callAsFunction(_ x: [Double]) -> [Double] {
        let r = rotation.map { $0 / 3600 * .pi / 180 }
        let m = 1 + scale * 1e-6
        return [
            m * (x[0] - r[2] * x[1] + r[1] * x[2]) + shift[0],
            m * (r[2] * x[0] + x[1] - r[0] * x[2]) + shift[1],
            m * (-r[1] * x[0] + r[0] * x[1] + x[2]) + shift[2],
        ]
    }

    /// The place on WGS 84 of one on an ellipsoid.
    func wgs84(
        _ earth: PlainEarth, longitude: Double, latitude: Double
    ) -> (longitude: Double, latitude: Double) {
        PlainEarth.wgs84.geographic(
            self(earth.geocentric(longitude: longitude, latitude: latitude)))
    }
}
