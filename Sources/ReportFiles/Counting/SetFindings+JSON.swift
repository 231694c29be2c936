import Agreements
import GeoJSONText
import Zones

extension SetFindings {
    /// A moment on the clock of the agreement or of its zero, else in UTC.
    package func shown(_ moment: Instant?) -> String? {
        moment.map { clock?.written($0) ?? zero?.written($0) ?? $0.description }
    }

    /// The tables for a person, of what is written.
    package func tables(
        _ detail: SetTable.Detail, in phrasing: Phrasing = .english
    ) -> [SetTable] {
        var out = JSONLines()
        out.open()
        write(to: &out)
        out.close()
        // What was just written can be read.
        let text = out.finish()
        let node = try? JSONReader.read(Array(text.bytes))
        return node.map { SetTable.tables(ofSummary: $0, detail, in: phrasing) } ?? []
    }

    /// Writes the members `as_of`, `caps`, `sites`, `storage_classes` and `obligations`.
    func write(to out: inout JSONLines) {
        out.member("as_of", orNull: shown(asOf))
        out.openList("caps")
        for cap in caps { write(cap, &out) }
        out.closeList()
        out.openList("sites")
        for site in sites { write(site, &out) }
        out.closeList()
        out.open("storage_classes")
        if !storage.isEmpty {
            for kind in StorageClass.allCases { out.member(kind.rawValue, storage[kind.order]) }
        }
        out.close()
        out.openList("obligations")
        for duty in obligations { write(duty, &out) }
        out.closeList()
    }

    private func write(_ cap: Cap, _ out: inout JSONLines) {
        out.open(nil)
        out.member("rule", cap.rule)
        out.member("category", cap.category)
        out.member("cap", cap.cap)
        out.member(Finding.apparentBreach.rawValue, cap.breaches)
        out.member(Finding.undeterminable.rawValue, cap.undeterminable)
        out.member(Finding.compliant.rawValue, cap.compliant)
        if let worst = cap.worst { write("worst", worst, &out) }
        out.openList("windows")
        for window in cap.windows { write(nil, window, &out) }
        out.closeList()
        let all = cap.breaches + cap.undeterminable + cap.compliant
        if all > cap.windows.count { out.member("windows_not_listed", all - cap.windows.count) }
        out.close()
    }

    private func write(_ name: String?, _ window: Window, _ out: inout JSONLines) {
        out.open(name)
        out.member("from", orNull: shown(window.from))
        out.member("until", orNull: shown(window.until))
        out.member("low", window.low)
        out.member("high", orNull: window.high)
        out.member("finding", window.finding.rawValue)
        out.close()
    }

    private func write(_ site: Site, _ out: inout JSONLines) {
        out.open(nil)
        out.member("site", site.site)
        out.member("visited", site.visitedWord)
        out.member("last_visit", orNull: shown(site.visited))
        out.openList("items")
        for item in site.items {
            out.open(nil)
            out.member("category", item.category)
            out.member("inventory", item.inventory)
            out.member("state", item.state.rawValue)
            if item.state != .notVisited {
                write("present", item.present, &out)
                write("missing", item.missing, &out)
                write("extra", item.extra, &out)
                out.openList("not_seen")
                for serial in item.notSeen { out.element(serial) }
                out.closeList()
            }
            out.close()
        }
        out.closeList()
        out.close()
    }

    private func write(_ name: String, _ range: Range, _ out: inout JSONLines) {
        out.open(name)
        out.member("low", range.low)
        out.member("high", orNull: range.high)
        out.close()
    }

    private func write(_ duty: Duty, _ out: inout JSONLines) {
        out.open(nil)
        out.member("obligation", duty.obligation)
        out.member("act", duty.act)
        out.member("zone", orNull: duty.zone)
        for state in DutyState.allCases { out.member(state.rawValue, duty.counts[state.order]) }
        out.openList("last")
        for period in duty.last {
            out.open(nil)
            out.member("from", orNull: shown(period.from))
            out.member("due", orNull: shown(period.due))
            out.member("state", period.state.rawValue)
            out.close()
        }
        out.closeList()
        out.close()
    }
}

extension SetFindings.Site {
    /// Whether it was visited, in a word.
    package var visitedWord: String {
        switch isVisited {
        case .yes: "yes"
        case .no: "no"
        case .undeterminable: "not_verified"
        }
    }
}
