import Geodesy

/// Writes chains of pixels as the path data of SVG, leaving out vertices that nobody can see.
struct PathText {
    /// How many decimals of a pixel are written.
    var decimals = 1
    /// How far, in pixels, what is written may leave the chain.
    var tolerance = 0.05

    /// Rings, each closed.
    func rings(_ rings: [[MapPoint]]) -> String {
        rings.map { ring in
            guard let first = ring.first else { return "" }
            let text = chain(ring + [first])
            return text.isEmpty ? "" : text + "Z"
        }.joined()
    }

    /// Chains, each open.
    func chains(_ chains: [[MapPoint]]) -> String { chains.map(chain).joined() }

    private func chain(_ points: [MapPoint]) -> String {
        var text = ""
        var last: (Int, Int)?
        let scale = decimals == 0 ? 1.0 : decimals == 1 ? 10.0 : 100.0
        for point in simplified(points) {
            guard point.x.magnitude < 1e7, point.y.magnitude < 1e7 else { continue }
            let (x, y) = (Int((point.x * scale).rounded()), Int((point.y * scale).rounded()))
            if let last {
                if last == (x, y) { continue }
                // Steps are shorter than places.
                let (dx, dy) = (x - last.0, y - last.1)
                text += "l" + number(dx) + (dy < 0 ? "" : " ") + number(dy)
            } else {
                text += "M" + number(x) + " " + number(y)
            }
            last = (x, y)
        }
        // A dot still shows.
        if let last, !text.contains("l") { text += "L\(number(last.0 + 1)) \(number(last.1))" }
        return text
    }

    /// A number of tenths or hundredths.
    func number(_ value: Int) -> String {
        if decimals == 0 { return String(value) }
        let scale = decimals == 1 ? 10 : 100
        let (whole, rest) = (value.magnitude / UInt(scale), value.magnitude % UInt(scale))
        var text = value < 0 ? "-" : ""
        if whole > 0 || rest == 0 { text += String(whole) }
        if rest > 0 {
            var digits = String(rest)
            if decimals == 2, rest < 10 { digits = "0" + digits }
            while digits.last == "0" { digits.removeLast() }
            text += "." + digits
        }
        return text
    }

    /// The chain without vertices that are within the tolerance of the chain without them.
    ///
    /// By D. H. Douglas and T. K. Peucker, 1973.
    func simplified(_ points: [MapPoint]) -> [MapPoint] {
        guard points.count > 2 else { return points }
        var isKept = [Bool](repeating: false, count: points.count)
        (isKept[0], isKept[points.count - 1]) = (true, true)
        var open = [(0, points.count - 1)]
        while let (first, last) = open.popLast() {
            guard last - first > 1 else { continue }
            var worst = (at: first, distance: tolerance)
            for k in first + 1..<last {
                let distance = points[k].distance(from: points[first], to: points[last])
                if distance > worst.distance { worst = (k, distance) }
            }
            guard worst.at > first else { continue }
            isKept[worst.at] = true
            open.append((first, worst.at))
            open.append((worst.at, last))
        }
        return points.indices.lazy.filter { isKept[$0] }.map { points[$0] }
    }
}
