/// A stretch of an edge that is nearly its chord, the unit in which nearest places are looked for.
struct LinePiece {
    let edge: Int32
    /// The edge's parameter at both ends.
    let t0: Double
    let t1: Double
    /// Both ends in earth-centred coordinates.
    let a: Vector3
    let b: Vector3
    /// No place on the piece is farther than this from its chord, in metres.
    let sag: Double
}

extension LinePiece {
    /// The longest piece in metres, so that the sagitta stays below 8 m.
    private static let longest = 20_000.0

    /// Cuts an edge into pieces and appends them.
    static func append(_ edge: LineEdge, number: Int, to pieces: inout [LinePiece]) {
        if edge.kind == .geodesic, edge.length <= longest {
            let (a, b) = (Vector3(edge.start), Vector3(edge.end))
            pieces.append(
                LinePiece(
                    edge: Int32(number), t0: 0, t1: 1, a: a, b: b,
                    sag: sag(ofGeodesic: (b - a).length)))
            return
        }
        var curve = EdgeCurve(edge)
        let count = max(1, min(4096, (edge.length / longest).rounded(.up)))
        var from = curve.sample(at: 0)
        for k in 1...Int(count) {
            let to = curve.sample(at: k == Int(count) ? 1 : Double(k) / count)
            append(
                &curve, number: Int32(number), from: from, to: to, depth: 0, to: &pieces)
            from = to
        }
    }

    /// The sagitta of an arc of the greatest curvature, a / b^2, with a tenth to spare.
    private static func sag(ofGeodesic chord: Double) -> Double {
        chord * chord * 1.1 / (8 * WGS84.b * WGS84.b / WGS84.a) + 1e-8
    }

    private static func append(
        _ curve: inout EdgeCurve, number: Int32, from: EdgeCurve.Sample, to: EdgeCurve.Sample,
        depth: Int, to pieces: inout [LinePiece]
    ) {
        let chord = (to.point - from.point).length
        if curve.edge.kind == .geodesic {
            pieces.append(
                LinePiece(
                    edge: number, t0: from.t, t1: to.t, a: from.point, b: to.point,
                    sag: sag(ofGeodesic: chord)))
            return
        }
        let samples = [0.25, 0.5, 0.75].map { curve.sample(at: from.t + $0 * (to.t - from.t)) }
        var sag = 0.0
        var path = 0.0
        var last = from.point
        for sample in samples {
            sag = max(sag, sample.point.nearest(onChordFrom: from.point, to: to.point).distance)
            path += (sample.point - last).length
            last = sample.point
        }
        path += (to.point - last).length
        // A twentieth more path than chord is a turn of about 60 degrees.
        let bends = path > longest * 1.01 || sag > 10 || path > 1.01 * chord
        if bends && depth < 40 && path > 1e-3 {
            append(
                &curve, number: number, from: from, to: samples[1], depth: depth + 1, to: &pieces)
            append(&curve, number: number, from: samples[1], to: to, depth: depth + 1, to: &pieces)
        } else {
            // The curve is smooth and turns little here, so that twice the sampled sagitta holds.
            pieces.append(
                LinePiece(
                    edge: number, t0: from.t, t1: to.t, a: from.point, b: to.point,
                    sag: 2 * sag + 1e-6))
        }
    }
}

extension EdgeCurve {
    /// A place on the curve.
    package struct Sample {
        package let t: Double
        package let point: Vector3

        package init(t: Double, point: Vector3) {
            self.t = t
            self.point = point
        }
    }

    /// The place at a parameter in earth-centred coordinates.
    package mutating func sample(at t: Double) -> Sample {
        Sample(t: t, point: Vector3(evaluate(at: t).place))
    }
}
