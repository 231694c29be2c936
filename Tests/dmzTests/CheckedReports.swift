import TestSupport

/// A folder with an agreement, reports and what `dmz check` found of them in `f.csv`, and what a line does with it.
///
/// - Parameters:
///   - more: further lines of the table of reports.
///   - options: options of `dmz check`.
///   - line: what the shell runs after it.
func checkedReports(
    _ more: String = "", _ options: String = "", then line: String
) throws -> (folder: TemporaryFolder, run: Program.Result) {
    let folder = try workplace()
    try folder.write(
        """
        id,lon,lat,category,party,time,uncertainty_m
        r1,30.01,50,military,east,2026-11-21T22:30:00Z,10
        r2,30.02791,50,military,east,2026-11-22T10:30:00Z,50
        r3,31,50,military,west,2026-11-22T11:30:00Z,10
        \(more)
        """, to: "r.csv")
    let run = try Program.shell(
        "$dmz check -q a.yaml r.csv -o f.csv \(options) && \(line)", in: folder)
    return (folder, run)
}
