import Agreements
import DemarcationReport
import Geodesy
import ReportFiles

/// A judgement as a picture: the position, the way to the nearest line, the zones about them.
struct ExplainPicture {
    let svg: String
    private static let (width, height) = (1000, 800)

    /// The picture of an explanation.
    init(_ explanation: Explanation, _ agreement: Agreement, title: String) throws {
        let position = explanation.report.position
        let nearest = explanation.lines.first { $0.isNearest }
        let reach = max(3000, 2.5 * (nearest?.nearest.distance.metres ?? 0))
        // About the position, so that distances from it are true.
        let projection = AzimuthalProjection(centre: position)
        let tolerance = Distance.metres(max(1, min(1000, reach / 10_000)))
        let ground = try MapGround(
            agreement, projection, tolerance: tolerance, isProgressShown: false)
        var content = ground.content
        let words = ReportWords.english
        content.explain(explanation, words)
        var options = MapPicture.Options(title: title)
        (options.width, options.height) = (Self.width, Self.height)
        options.reach = .metres(reach)
        options.subtitle = words.place(position, decimals: 5)
        options.attribution = words.text(
            "attribution",
            [
                "program": "dmz \(DMZ.version)", "agreement": agreement.title,
                "tolerance": words.length(tolerance),
            ])
        svg = MapPicture(content, MapFindings(projection), options).svg
    }

    /// Writes it, as the name of the file asks for.
    func write(to path: String) throws {
        let form = PictureForm(nameOf: path)
        let renderer = form == .svg ? nil : try PictureRenderer.load()
        let out = try Outputs.open(path)
        if let renderer {
            try out.write(
                ByteBuffer(
                    try renderer.render(
                        svg, form, width: Self.width, height: Self.height, dpi: 192)))
        } else {
            try out.write(ByteBuffer(svg.utf8))
        }
        try out.finish()
    }
}
