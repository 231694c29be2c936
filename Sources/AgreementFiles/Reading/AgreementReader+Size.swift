import Agreements
import Geodesy
import Zones

/// How large areas are to be.
extension AgreementReader {
    /// The least size of an area: `>= 2 km x 2 km`, or `>= 4 km2`.
    mutating func size(_ node: YAMLNode, _ what: String) -> ZoneSize? {
        let text = node.scalar ?? ""
        let parts = text.split { $0.isWhitespace }
        guard parts.first == ">=" else {
            refuse(
                node.mark,
                "the size of \(what) is the least that it may be, as in '>= 2 km x 2 km' or '>= 4 km2', not "
                    + node.inWords)
            return nil
        }
        let given = parts.dropFirst().joined(separator: " ")
        let units: [(String, Double)] = [
            ("km2", 1e6), ("km²", 1e6), ("sq km", 1e6), ("ha", 1e4), ("m2", 1), ("m²", 1),
        ]
        for (unit, squareMetres) in units where given.hasSuffix(unit) {
            guard
                let number = AgreementReader.number(
                    String(given.dropLast(unit.count)).filter { !$0.isWhitespace }), number > 0
            else { break }
            return .area(.squareMetres(number * squareMetres))
        }
        let sides = given.split(whereSeparator: { "xX\u{D7}".contains($0) }).compactMap {
            try? Distance(parsing: $0)
        }
        guard sides.count == 2, sides.allSatisfy({ $0 > .zero }) else {
            refuse(
                node.mark,
                "the size of \(what), '\(text)', is neither two lengths as in '>= 2 km x 2 km' nor an area as in "
                    + "'>= 4 km2'")
            return nil
        }
        return .sides(max(sides[0], sides[1]), min(sides[0], sides[1]))
    }

    /// Says of areas that are smaller than the text wants them.
    mutating func warnOfSize(_ zone: Zone) {
        guard let size = zone.size else { return }
        let mark = mark(of: ["zones", zone.id, "size"])
        for region in zone.regions {
            guard case .inside(let area) = region else {
                warn(
                    mark,
                    "zone '\(zone.id)': its size is compared only where it is given by coordinates ('polygon')"
                )
                return
            }
            switch size {
            case .area(let least):
                let own = area.geometry.area
                guard own < least else { continue }
                warn(
                    mark,
                    "zone '\(zone.id)': its area is \(own.squareKilometres.rounded(toDecimals: 4)) km2, and the text "
                        + "wants \(size)")
            case .sides(let length, let width):
                let own = area.geometry.narrowestStrip
                guard own.width < width || own.length < length else { continue }
                warn(
                    mark,
                    "zone '\(zone.id)': it is \(own.length.metres.rounded(toDecimals: 1)) m long and "
                        + "\(own.width.metres.rounded(toDecimals: 1)) m wide, and the text wants \(size)"
                )
            }
        }
    }
}
