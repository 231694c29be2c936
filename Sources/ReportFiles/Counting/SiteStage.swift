import Agreements
import Zones

/// Puts together what was found of sites; the visits of each come before its items.
struct SiteStage {
    private var visits: [Int: Visit] = [:]
    private var items: [Key: Sum] = [:]

    private struct Key: Hashable {
        let site: Int
        let item: Int
    }

    /// The visit that tells what is in a site: the last of which it is certain that it took place.
    private struct Visit {
        var group = CountingColumns.absent
        var last = CountEntry.anyWindow
        var mayBe = false
        /// Whether there was a visit of which the time is not known.
        var isCertain: Bool { last > CountEntry.anyWindow }
    }

    private struct Sum {
        var low: Int64 = 0
        var high: Int64 = 0
        /// The most that one report tells of objects that are not told apart.
        var single: Int64 = 0
        var singles: Int64 = 0
        /// Listed objects that certainly and possibly were there.
        var seen: Set<Int> = []
        var maybeSeen: Set<Int> = []
        /// Objects that are not listed.
        var extraLow: Int64 = 0
        var extraHigh: Int64 = 0
        var isOpen = false
        var serials: [StableHash: Int] = [:]
    }

    mutating func takeVisit(_ entry: CountEntry, _ site: Int) {
        var visit = visits[site] ?? Visit()
        visit.mayBe = true
        if entry.low > visit.last { (visit.last, visit.group) = (entry.low, entry.first) }
        visits[site] = visit
    }

    mutating func takeItem(_ entry: CountEntry, _ site: Int, _ item: Int, _ listed: Site.Item) {
        let visit = visits[site] ?? Visit()
        let isOfVisit = visit.isCertain && entry.first == visit.group
        // What is of no known visit may be of this one; without a certain visit anything may be.
        guard isOfVisit || entry.first == CountingColumns.absent || !visit.isCertain else { return }
        let key = Key(site: site, item: item)
        var sum = items[key] ?? Sum(serials: Self.serials(listed))
        sum.isOpen = sum.isOpen || entry.isOpen
        let low = isOfVisit ? entry.low : 0
        if entry.kind == .siteSingle {
            sum.single = max(sum.single, low)
            sum.singles = sum.singles.saturatingSum(entry.high)
        } else {
            sum.low = sum.low.saturatingSum(low)
            sum.high = sum.high.saturatingSum(entry.high)
            if let number = sum.serials[entry.second] {
                if low > 0 {
                    sum.seen.insert(number)
                } else if entry.high > 0 || entry.isOpen {
                    sum.maybeSeen.insert(number)
                }
            } else {
                sum.extraLow = sum.extraLow.saturatingSum(low)
                sum.extraHigh = sum.extraHigh.saturatingSum(entry.high)
            }
        }
        items[key] = sum
    }

    private static func serials(_ item: Site.Item) -> [StableHash: Int] {
        var known: [StableHash: Int] = [:]
        for (number, serial) in item.serials.enumerated() {
            let trimmed = serial.trimmingSpaces
            known[Array(trimmed.utf8).withUnsafeBytes { StableHash($0) }] = number
        }
        return known
    }

    /// What was found of a site.
    func finding(_ number: Int, _ site: Site, hasRefused: Bool) -> SetFindings.Site {
        let visit = visits[number] ?? Visit()
        let isVisited: Answer =
            visit.isCertain ? .yes : visit.mayBe || hasRefused ? .undeterminable : .no
        var found = SetFindings.Site(site: site.id, isVisited: isVisited)
        if visit.last > CountEntry.anyWindow + 1 { found.visited = Instant(seconds: visit.last) }
        found.items = site.inventory.enumerated().map { place, item in
            let sum = items[Key(site: number, item: place)] ?? Sum(serials: Self.serials(item))
            return Self.finding(item, sum, isVisited, isOpen: sum.isOpen || hasRefused)
        }
        return found
    }

    private static func finding(
        _ item: Site.Item, _ sum: Sum, _ isVisited: Answer, isOpen: Bool
    ) -> SetFindings.Item {
        var found = SetFindings.Item(
            category: item.category, inventory: item.count, state: .notVisited)
        guard isVisited != .no else { return found }
        let low = max(sum.low, sum.single)
        let high = sum.high.saturatingSum(sum.singles)
        let inventory = Int64(item.count)
        func range(_ low: Int64, _ high: Int64, isOpen: Bool) -> SetFindings.Range {
            SetFindings.Range(low: Int(low), high: isOpen ? nil : Int(high))
        }
        found.present = range(low, high, isOpen: isOpen)
        var missingLow = max(0, inventory - high)
        var missingHigh = max(0, inventory - low)
        var extraLow = max(0, low - inventory)
        var extraHigh = max(0, high - inventory)
        if !item.serials.isEmpty {
            let known = sum.seen.union(sum.maybeSeen)
            found.notSeen = item.serials.indices.filter { !known.contains($0) }
                .map { item.serials[$0] }
            missingLow = max(0, Int64(found.notSeen.count) - sum.singles)
            missingHigh = inventory - Int64(sum.seen.count)
            extraLow = max(extraLow, sum.extraLow)
            extraHigh = sum.extraHigh.saturatingSum(sum.singles)
        }
        let isSeen = isVisited == .yes
        found.missing = range(isOpen || !isSeen ? 0 : missingLow, missingHigh, isOpen: false)
        found.extra = range(extraLow, extraHigh, isOpen: isOpen)
        found.state =
            if found.missing.low > 0 {
                .missing
            } else if found.extra.low > 0 {
                .extra
            } else if isSeen, found.missing.high == 0, found.extra.high == 0 {
                .present
            } else { .notVerified }
        return found
    }
}
