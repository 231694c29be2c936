import TestSupport

/// Random reports of which everything that counts is known, and caps counted over them by going through every window
/// and object.
struct CountingOracle {
    /// A report as it was made up.
    struct Report {
        var longitude = "37.01"
        /// Whether it certainly is in the zone, may be, or is not.
        var place = 2
        var category = "tank"
        var party = "north"
        /// Hours after the zero from which and until which it may be, if that is known.
        var hours: (first: Int, end: Int)?
        var isDay = false
        var count: Int? = 1
        var countText = ""
        var serial = ""
        var visit = ""

        var row: String {
            let time: String
            if let hours {
                let day = hours.first / 24 + 1
                let date = "2026-10-" + (day < 10 ? "0\(day)" : "\(day)")
                let hour = hours.first % 24
                time = isDay ? date : date + "T" + (hour < 10 ? "0\(hour)" : "\(hour)") + ":30:00Z"
            } else {
                time = ""
            }
            let uncertainty = place == 1 ? "20000" : "10"
            return
                "\(longitude),48.0,\(uncertainty),\(category),\(party),\(time),\(countText),\(serial),\(visit)"
        }

        /// What it is towards the cap on north's tanks: 0 for nothing, 1 for perhaps, 2 for certain.
        var member: Int {
            let kind = category == "tank" ? 2 : category.isEmpty ? 1 : 0
            let own = party == "north" ? 2 : party.isEmpty ? 1 : 0
            return min(place, kind, own)
        }

        /// Whether it may be in a window, and whether it is in no other.
        func lies(from first: Int, until end: Int) -> (may: Bool, must: Bool) {
            guard let hours else { return (true, false) }
            return (
                hours.first < end && hours.end > first, hours.first >= first && hours.end <= end
            )
        }
    }

    let reports: [Report]
    /// Hours of a window; `nil` for one of all time.
    let per: Int?
    let hasSame: Bool
    let isInWindow: Bool
    let cap: Int

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &random)] }
        per = pick([nil, 6, 24, 48, 168])
        hasSame = Bool.random(using: &random)
        isInWindow = Bool.random(using: &random)
        cap = Int.random(in: 0...40, using: &random)
        var reports: [Report] = []
        for _ in 0..<Int.random(in: 1...60, using: &random) {
            var report = Report()
            switch Int.random(in: 0..<10, using: &random) {
            case 0: (report.longitude, report.place) = ("37.1", 1)
            case 1: (report.longitude, report.place) = ("37.3", 0)
            default: break
            }
            report.category = pick(["tank", "tank", "tank", "tank", "bus", ""])
            report.party = pick(["north", "north", "north", "south", ""])
            let hour = Int.random(in: 0..<480, using: &random)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: break
            case 1:
                report.hours = (hour / 24 * 24, hour / 24 * 24 + 24)
                report.isDay = true
            // The half hour at which it was does not reach the next.
            default: report.hours = (hour, hour + 1)
            }
            switch Int.random(in: 0..<25, using: &random) {
            case 0: (report.count, report.countText) = (nil, pick(["x", "1.5", "-2"]))
            case 1..<10: break
            default:
                let count = Int.random(in: 0...20, using: &random)
                (report.count, report.countText) = (count, "\(count)")
            }
            report.serial = pick(["", "A", "B", "C", "D", "E"])
            report.visit = pick(["", "v", "w", "x"])
            reports.append(report)
        }
        self.reports = reports
    }

    var agreement: String {
        let per = per.map { ", per: \($0) h" } ?? ""
        return """
            parties: {north: N, south: S}
            zero: 2026-10-01T00:00+00:00
            time-zone: UTC
            others: unregulated
            lines: {contact: {geometry: [[37.0, 47.0], [37.0, 49.0]], left: south, right: north}}
            zones: {z: {within: 10 km each side, of: contact}}
            rules:
              t: {in: z, limits: {tank: \(cap)}, party: north\(per)\(hasSame ? ", same: serial" : "")\(isInWindow ? ", counts: in-window" : "")}
            """
    }

    static let head = "longitude,latitude,uncertainty_m,category,party,time,count,serial,visit\n"

    var table: String { Self.head + reports.map { $0.row + "\n" }.joined() }

    /// What the reports come to in each window that has one: low, high and a word.
    func lines(isComplete: Bool) -> [String] {
        let ends =
            per.map { per in (0..<(480 / per + 1)).map { ($0 * per, ($0 + 1) * per) } }
            ?? [(0, 1_000_000)]
        var found: [String] = []
        for (first, end) in ends {
            let isWhole = per == nil
            let own = reports.filter { report in
                report.member > 0 && (isWhole || report.lies(from: first, until: end).may)
            }
            if !own.contains(where: { $0.hours != nil || isWhole }) { continue }
            let certain = own.filter {
                $0.member == 2 && (isWhole || $0.lies(from: first, until: end).must)
            }
            found.append(line(own, certain, isComplete))
        }
        if found.isEmpty {
            found.append(line(reports.filter { $0.member > 0 }, [], isComplete))
        }
        return found
    }

    private func line(_ own: [Report], _ certain: [Report], _ isComplete: Bool) -> String {
        let high = hasSame ? sum(own) + unnamed(own).reduce(0, +) : counts(own).reduce(0, +)
        let alone = counts(certain).max() ?? 0
        var low = alone
        if hasSame {
            if isInWindow {
                low = max(low, sum(certain))
            } else {
                for visit in Set(certain.map(\.visit)) where !visit.isEmpty {
                    low = max(low, sum(certain.filter { $0.visit == visit }))
                }
            }
        }
        let isOpen = own.contains { $0.count == nil }
        let word =
            low > cap
            ? "apparent_breach"
            : !isOpen && high <= cap && isComplete ? "compliant" : "undeterminable"
        let range = isOpen ? "\(low)..*" : low == high ? "\(low)" : "\(low)..\(high)"
        return "t tank \(range) \(word)"
    }

    private func counts(_ reports: [Report]) -> [Int] { reports.map { $0.count ?? 0 } }

    private func unnamed(_ reports: [Report]) -> [Int] {
        counts(reports.filter { $0.serial.isEmpty })
    }

    /// The sum over objects with serials of the largest number of each.
    private func sum(_ reports: [Report]) -> Int {
        Set(reports.map(\.serial)).filter { !$0.isEmpty }.map { serial in
            counts(reports.filter { $0.serial == serial }).max() ?? 0
        }.reduce(0, +)
    }
}
