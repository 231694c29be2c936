import Agreements
import Geodesy
import Zones

/// Numbers in the words of the agreement beside those of its file.
extension AgreementReader {
    /// Says where the words of zones and rules have a length with another unit than the file, or in total what
    /// the file has to each side.
    mutating func warnOfQuotes(_ agreement: Agreement) {
        for zone in agreement.zones {
            let zones = [zone.id]
            warnOfQuote(
                Quoted(what: "zone '\(zone.id)'", citation: zone.citation, zones: zones),
                agreement, mark(of: ["zones", zone.id, "quote"]))
        }
        for rule in agreement.rules {
            var quoted = Quoted(
                what: "rule '\(rule.id)'", citation: rule.citation, zones: rule.zones)
            if case .withdraw(_, .distance(let distance), _, _) = rule.demand {
                quoted.behind = distance
            }
            warnOfQuote(quoted, agreement, mark(of: ["rules", rule.id, "quote"]))
        }
    }

    private mutating func warnOfQuote(_ own: Quoted, _ agreement: Agreement, _ place: TextMark?) {
        guard let quote = own.citation.quote else { return }
        let quoted = QuotedLength.all(in: quote)
        guard !quoted.isEmpty else { return }
        let lengths = agreement.lengths(of: own)
        for found in quoted {
            // What the words say in several units is taken from one of them.
            let drifted = lengths.first { length in
                found.isDrifted(from: length.distance)
                    && !quoted.contains {
                        QuotedLength.areSame($0.distance.metres, length.distance.metres)
                    }
            }
            let isThere = lengths.contains {
                QuotedLength.areSame($0.distance.metres, found.distance.metres)
            }
            guard let drifted, !isThere else { continue }
            warn(
                place,
                "\(own.what): its quote says '\(found.text)', and \(drifted.place) has "
                    + "\(drifted.distance.inWords): the same number in another unit. Write "
                    + "\(found.text) there, or correct the quote")
        }
        let words = [quote, own.citation.clause ?? ""]
        let isOpen = words.contains { $0.lowercased().contains("buffer of") }
        if !isOpen { warnOfTotals(own, quoted, agreement, place) }
    }

    /// Says where the words have in total what a zone has to each side, or the other way round.
    private mutating func warnOfTotals(
        _ own: Quoted, _ quoted: [QuotedLength], _ agreement: Agreement, _ place: TextMark?
    ) {
        for (zone, half) in agreement.widthsToEachSide(in: own) {
            func say(_ found: QuotedLength, _ isTotal: Bool, _ width: String) {
                warn(
                    place,
                    "\(own.what): its quote says '\(found.text)' \(isTotal ? "wide" : "to each side"), and "
                        + "zone '\(zone)' reaches \(half.inWords) to each side, \((half * 2).inWords) in all; write "
                        + "'within: \(found.text) \(width)', or correct the quote")
            }
            let isSaid = quoted.contains {
                $0.isTotal && QuotedLength.areSame($0.distance.metres, half.metres * 2)
                    || $0.isToEachSide && QuotedLength.areSame($0.distance.metres, half.metres)
            }
            guard !isSaid else { continue }
            for found in quoted {
                if found.isTotal, QuotedLength.areSame(found.distance.metres, half.metres) {
                    say(found, true, "total")
                } else if found.isToEachSide,
                    QuotedLength.areSame(found.distance.metres, half.metres * 2)
                {
                    say(found, false, "each side")
                }
            }
        }
    }
}

/// Words of the agreement, and that of which they are.
private struct Quoted {
    let what: String
    let citation: Citation
    /// The zones whose widths they may name.
    let zones: [Zone.ID]
    /// How far behind a line something has to be.
    var behind: Distance?
}

extension QuotedLength {
    /// Whether it is said to be the width of something.
    fileprivate var isTotal: Bool {
        let next = after.drop { $0 == " " || $0 == "-" }
        return ["wide", "in width", "in breadth"].contains { next.hasPrefix($0) }
            || ["width of ", "breadth of "].contains { before.hasSuffix($0) }
    }

    /// Whether it is said to be meant to each side.
    fileprivate var isToEachSide: Bool {
        let next = after.drop { $0 == " " }
        let sides = ["each side", "either side", "both sides"]
        return sides.contains { side in
            ["", "on ", "to ", "from "].contains { next.hasPrefix($0 + side) }
        }
    }
}

extension Agreement {
    /// The lengths that words may name, each with where it stands.
    fileprivate func lengths(of quoted: Quoted) -> [(distance: Distance, place: String)] {
        if let behind = quoted.behind { return [(behind, "'behind'")] }
        return leaves(of: quoted.zones).flatMap { zone, leaf in
            leaf.bands.flatMap { band -> [Distance] in
                let least: Distance? =
                    if case .atLeast(let least) = band.certainty { least } else { nil }
                // A width in total is kept as its half.
                return [band.to, band.from, least, leaf.isToEachSide ? band.to * 2 : nil]
                    .compactMap { $0 }
            }.map { ($0, "zone '\(zone)'") }
        }
    }

    /// How far the zones reach that reach as far to each side of a line or route.
    fileprivate func widthsToEachSide(in quoted: Quoted) -> [(zone: Zone.ID, half: Distance)] {
        leaves(of: quoted.zones).compactMap { zone, leaf in
            guard leaf.isToEachSide, let band = leaf.bands.first, band.from == nil else {
                return nil
            }
            return (zone, band.to)
        }
    }

    /// All that zones are made of, by way of others too.
    private func leaves(of ids: [Zone.ID]) -> [(zone: Zone.ID, leaf: Zone.Definition)] {
        var found: [(Zone.ID, Zone.Definition)] = []
        var open = Array(ids.reversed())
        var seen: Set<Zone.ID> = []
        while let next = open.popLast() {
            guard seen.insert(next).inserted, let zone = zones.first(where: { $0.id == next })
            else { continue }
            for leaf in zone.regions.flatMap(\.leaves) {
                if case .zone(let other) = leaf {
                    open.append(other)
                } else {
                    found.append((next, leaf))
                }
            }
        }
        return found
    }
}

extension Region {
    /// Whether it reaches equally far to each side of a line or route.
    fileprivate var isToEachSide: Bool {
        guard case .beside(_, let left?, let right?, _) = self else { return false }
        return left == right
    }
}
