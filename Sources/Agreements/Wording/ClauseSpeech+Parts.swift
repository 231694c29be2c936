import Geodesy
import SystemFiles
import Zones

/// All but rules, each as a sentence.
extension ClauseSpeech {
    var preamble: [(id: String, sentence: String)] {
        var found: [(String, String)] = []
        found += agreement.parties.map { party in
            let name = self.party(party.id)
            return (
                party.id,
                party.role == .observer
                    ? "\(name), who observes and is bound by nothing that does not name it."
                    : "\(name), a Party."
            )
        }
        func days(_ zero: ZeroDay) -> String {
            zero.written(zero.instant)
                + (zero.timeZone.map { "; days keep the clock of \($0)" } ?? "")
        }
        if let zero = agreement.zero {
            found.append(("D", "Days are counted from \(days(zero))."))
        } else if agreement.isZeroUnknown {
            found.append(("D", "Days are counted from a moment that is not known yet."))
        }
        found += agreement.zeros.map { zero in
            let moment = zero.day.map { days($0) } ?? "a moment that is not known yet"
            return (zero.name, "Days of \(zero.name) are counted from \(moment).")
        }
        if let clock = agreement.clock {
            found.append(("time", "Times without an offset are on the clock of \(clock)."))
        }
        if agreement.unattributed == .bySide {
            found.append(
                (
                    "unattributed",
                    "What is reported without a party counts as that of the Party on whose side of the nearest "
                        + "line it lies."
                ))
        }
        return found
    }

    var definitions: [(id: String, sentence: String)] {
        agreement.categories.branches.map {
            ($0.category, "This is \(Self.list($0.members, "and")).")
        }
            + agreement.levels.map {
                ($0.name, "In order, the least first: \($0.words.joined(separator: ", ")).")
            }
            + agreement.reach.map {
                ("reach of \($0.category)", "It counts as reaching \($0.distance.inWords).")
            }
            + (agreement.others == .unregulated
                ? [("other words", "What these words do not name is not regulated.")] : [])
    }

    func sentence(_ line: ReferenceLine) -> String {
        var parts: [String] = []
        if let kind = line.kind { parts.append(kind.inClauses) }
        if let left = line.left { parts.append("\(party(left)) on its left") }
        if let right = line.right { parts.append("\(party(right)) on its right") }
        if line.accuracy > .zero {
            parts.append(
                "known to \(line.accuracy.inWords)"
                    + (line.accuracies.isEmpty ? "" : " at the worst"))
        }
        parts += line.accuracies.map { "known to \($0.value.inWords)" + stretch($0) }
        if let status = line.status { parts.append(status.rawValue) }
        parts += line.statuses.map { $0.value.rawValue + stretch($0) }
        if line.isWithoutPrejudice { parts.append("without prejudice to claims") }
        parts += line.versions.enumerated().map { number, version in
            "version \(number + 1)" + agreement.dates(of: version)
        }
        return parts.isEmpty ? "As given." : parts.joined(separator: ", ").withCapital + "."
    }

    private func stretch<Value>(_ interval: LineInterval<Value>) -> String {
        " from \(agreement.inWords(interval.from)) to \(agreement.inWords(interval.to))"
    }

    func sentence(_ zone: Zone) -> String { agreement.sentence(zone, in: .english) }

    func sentence(_ site: Site) -> String {
        let items = site.inventory.map { item in
            "\(item.count.grouped) \(item.category)"
                + (item.serials.isEmpty ? "" : " (\(item.serials.joined(separator: ", ")))")
        }
        let who = site.party.map { party($0) } ?? "The Parties"
        let what = items.isEmpty ? "what is stored" : Self.list(items, "and")
        return "\(who) shall keep \(what) here" + window(from: site.from, until: site.until)
            + (site.same.map { ", told apart by \($0)" } ?? "") + "."
    }

    func sentence(_ obligation: Obligation) -> String {
        let who = obligation.parties.isEmpty ? "The Parties" : parties(obligation.parties, "or")
        let place =
            obligation.zones.isEmpty ? "" : " in each of " + Self.list(obligation.zones, "and")
        let term =
            switch obligation.term {
            case .every(let period): "once every \(period)"
            case .due(let time): "by \(agreement.inWords(time))"
            case .within(let period, let event): "within \(period) of each \(event)"
            }
        return "\(who) shall see to \(obligation.act)\(place) \(term)"
            + window(from: obligation.from, until: obligation.until) + "."
    }

    func sentence(_ suspension: Suspension) -> String {
        let who = suspension.party.map { party($0) } ?? "any Party"
        let what =
            suspension.rules.isEmpty
            ? "Nothing above binds \(who)"
            : Self.list(suspension.rules, "and") + (suspension.rules.count == 1 ? " does" : " do")
                + " not bind \(who)"
        return what + window(from: suspension.from, until: suspension.until) + "."
    }
}

extension String {
    fileprivate var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
