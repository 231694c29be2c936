/// Contradictions in what concerns several reports.
extension FaultFinder {
    mutating func counting(_ rule: Rule, _ path: [String]) {
        guard let per = rule.per, agreement.zero == nil, !agreement.isZeroUnknown else { return }
        if !CountingWindows.fitDays(per) {
            add(
                .badCounting, path + ["per"], found: per.description,
                "windows of \(per) do not fit into days, and the agreement has no 'zero' from which they could be "
                    + "laid; write a 'zero', or a period of whole days or of a part of one, such as 24 h or 6 h"
            )
        }
    }

    mutating func check(_ site: Site) {
        let path = ["sites", site.id]
        if !zones.set.contains(site.id) {
            add(
                .unknown, path + ["area"], found: site.id,
                "the agreement has no zone '\(site.id)', which would be the site's area")
        }
        if let party = site.party { unknown(party, "party", among: parties, at: path + ["party"]) }
        var seen: Set<String> = []
        for item in site.inventory {
            if item.count < 0 {
                add(
                    .badCounting, path + ["inventory"], found: "\(item.count)",
                    "a number of \(item.category) is not negative")
            }
            if !seen.insert(CategoryTree.folded(item.category)).inserted {
                add(
                    .duplicate, path + ["inventory"], found: item.category,
                    "'\(item.category)' is there twice")
            }
            let serials = Set(item.serials)
            if serials.count < item.serials.count || serials.contains(where: { $0.isBlank }) {
                add(
                    .badCounting, path + ["inventory"], found: item.category,
                    "each object of '\(item.category)' has a serial of its own, which is not empty")
            }
            if !item.serials.isEmpty, site.same == nil {
                add(
                    .badCounting, path + ["inventory"], found: item.category,
                    "objects of '\(item.category)' are listed, and nothing says by which property reports tell "
                        + "them apart; add 'same', as in same: serial")
            }
        }
        times(dated(site.from, site.until), path, "the site")
    }

    mutating func check(_ obligation: Obligation) {
        let path = ["obligations", obligation.id]
        for party in obligation.parties {
            unknown(party, "party", among: parties, at: path + ["by"])
        }
        for zone in obligation.zones { unknown(zone, "zone", among: zones, at: path + ["in"]) }
        if Set(obligation.zones).count < obligation.zones.count {
            add(.duplicate, path + ["in"], "a zone is there twice")
        }
        for (key, word) in [("act", obligation.act)] where word.isBlank {
            add(.emptyRule, path + [key], "the obligation names no act")
        }
        var times = dated(obligation.from, obligation.until)
        switch obligation.term {
        case .due(let due): times.insert(("due", due), at: 0)
        case .every:
            if obligation.from == nil, agreement.zero == nil, !agreement.isZeroUnknown {
                add(
                    .noBeginning, path + ["every"],
                    "nothing says from when it comes round; write 'from', or a 'zero' of the agreement"
                )
            }
        case .within: break
        }
        self.times(times, path, "the obligation")
    }

    private func dated(
        _ from: AgreementTime?, _ until: AgreementTime?
    ) -> [(key: String, time: AgreementTime)] {
        [("from", from), ("until", until)].compactMap { key, time in time.map { (key, $0) } }
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
