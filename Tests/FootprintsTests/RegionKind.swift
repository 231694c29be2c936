/// The kinds of footprint that are drawn.
enum RegionKind: String, CaseIterable, Sendable {
    case circleAsBound = "circle as bound"
    case circleAndBound = "circle and a bound"
    case ellipse
    case rectangle
    case pixel
    case annularSector = "annular sector"
    case rangeInterval = "sector of a range"
    case smallCell = "cell, small"
    case largeCell = "cell, large"
    case degrees = "box of degrees"
    case line
    case polygonWithHole = "polygon with hole"
    case points
    case collection

    /// Whether the object covers the region.
    var isAllOfIt: Bool {
        switch self {
        case .line, .polygonWithHole, .points, .collection: true
        default: false
        }
    }

    /// Whether it has corners and long edges between them.
    var hasEdges: Bool {
        switch self {
        case .rectangle, .pixel, .annularSector, .rangeInterval: true
        default: false
        }
    }

    /// How far such a region reaches, in metres, where things lie within `scale` metres.
    func sizes(_ scale: Double) -> ClosedRange<Double> {
        switch self {
        case .pixel: 10...max(20, min(2_000, 0.2 * scale))
        case .smallCell: 0.5...100
        case .largeCell: 500...max(1_000, min(50_000, 0.3 * scale))
        default: 0.2...max(1, 0.3 * scale)
        }
    }
}
