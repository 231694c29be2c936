import TestSupport

/// A run of `dmz check` by a profile against one agreement.
struct ProfileRun {
    /// A zone of 2 km about a line; 47.5335, -30.5 lies 1,890 m from it.
    static let agreement = """
        zones: {near: {within: 2 km each side, of: contact}}
        lines: {contact: {geometry: [[-32, 47], [-29, 48]], edges: geodesic}}
        rules:
          no-fires: {in: near, prohibits: [thermal], from: 2026-11-22T00:30Z, until: 2026-11-22T06:00Z}
          no-ships: {in: near, prohibits: [vessel], from: 2026-11-22T00:00Z}
        """

    let result: Program.Result
    /// The records of the output, without the header.
    let rows: [String]

    var errors: String { result.errors }
    var status: Int32 { result.status }

    /// Checks `reports`, a text that goes to a file of that name, or else a fixture.
    init(
        _ name: String, reports: String? = nil, _ options: String, files: [String: String] = [:],
        agreement: String = Self.agreement,
        fields: String = "dmz_zones,dmz_zones_undeterminable,dmz_finding"
    ) throws {
        let folder = try TemporaryFolder()
        try folder.write(agreement, to: "a.yaml")
        for (name, text) in files { try folder.write(text, to: name) }
        var path = Fixtures.path("profiles/" + name)
        if let reports {
            try folder.write(reports, to: name)
            path = name
        }
        result = try Program.shell(
            "$dmz check a.yaml '\(path)' \(options) --fields \(fields)", in: folder)
        rows = result.output.split(separator: "\n").dropFirst().map(String.init)
    }

    /// What a run says that cannot begin, or is broken off.
    func refuses(_ words: String, status: Int32) -> Bool {
        self.status == status && errors.contains(words)
    }
}
