/// Commands that help shows, as they can be typed.
enum Examples {
    /// A command and what it is for.
    struct Example {
        let command: String
        let purpose: String
    }

    static let validate = Example(
        command: "dmz validate agreement.yaml", purpose: "what was understood of an agreement")
    static let validateReports = Example(
        command: "dmz validate agreement.yaml --reports filled.csv",
        purpose: "what of filled-in reports is to be mended")
    static let check = Example(
        command: "dmz check agreement.yaml reports.csv -o checked.csv",
        purpose: "each report with its zones and findings")
    static let table = Example(
        command: "dmz table checked.csv --by zone,day --time-zone Europe/Kyiv",
        purpose: "how many reports of each day are in which zone, by finding")
    static let zones = Example(
        command: "dmz zones agreement.yaml -o zones.geojson", purpose: "the zones as polygons")
    static let explain = Example(
        command: "dmz explain agreement.yaml -30.5,47.52 --category tank --uncertainty '10 m'",
        purpose: "every number behind one judgement")
    static let measure = Example(
        command: "dmz measure line.geojson reports.csv -o distances.csv",
        purpose: "how far positions are from a line")

    static let convert = Example(
        command: "dmz convert reports.csv --to mgrs:5 -o grid.csv",
        purpose: "positions in another notation")

    static let operations = Example(
        command: "dmz convert --operations EPSG:4284 --near 38,48",
        purpose: "the ways from a datum to WGS 84, with their accuracy")

    static let suspect = Example(
        command: "dmz convert reports.csv --suspect --control surveyed.csv",
        purpose: "whether reports are off by what another datum explains")

    static let report = Example(
        command: "dmz report agreement.yaml reports.csv -o report.html",
        purpose: "reports, or findings, as a page with a map, figures and tables")

    static let map = Example(
        command: "dmz map agreement.yaml checked.csv -o map.svg",
        purpose: "zones, lines and findings as a picture")

    static let words = Example(
        command: "dmz words agreement.yaml --against older.yaml",
        purpose: "what changed in an agreement, in words")

    static let form = Example(
        command: "dmz form agreement.yaml -o form.csv",
        purpose: "a blank form with what reports need to be judged by an agreement")

    static let precedents = Example(
        command: "dmz precedents", purpose: "the figures of published agreements")

    static let shown = Example(
        command: "dmz precedents show korea-1953",
        purpose: "one of them, with where each figure comes from")

    static let compared = Example(
        command: "dmz precedents compare korea-1953 dayton-1995",
        purpose: "the figures of two agreements beside each other")

    static let applied = Example(
        command: "dmz precedents apply korea-1953 --line line.geojson -o made.yaml",
        purpose: "an agreement file by the rules of one, on a line of your own")

    /// Those to begin with.
    static let first = [validate, check, zones]

    /// A line for what each is for, and the command below it.
    static func text(_ examples: [Example]) -> String {
        (examples.count == 1 ? "Example" : "Examples") + ":\n"
            + examples.map { "  # \($0.purpose)\n  \($0.command)" }.joined(separator: "\n")
    }
}
