import Geodesy
import Zones

extension Agreement {
    /// A zone's definition in words, such as `within 25 km of contact on the side of north`.
    public func inWords(_ zone: Zone) -> String { inWords(zone, in: .english) }

    /// A zone's definition in the words of a language.
    package func inWords(_ zone: Zone, in phrasing: Phrasing) -> String {
        DefinitionSpeech(agreement: self, say: phrasing).definition(zone)
    }

    /// A zone's definition as a sentence, with what is said of its state and size.
    package func sentence(_ zone: Zone, in phrasing: Phrasing) -> String {
        DefinitionSpeech(agreement: self, say: phrasing).sentence(zone)
    }

    /// When a version holds, in brackets.
    package func dates<Form>(of version: Version<Form>) -> String {
        DefinitionSpeech(agreement: self, say: .english).dates(of: version)
    }

    /// A place along a line in words, such as `its start`.
    package func inWords(_ mark: LineMark) -> String {
        DefinitionSpeech(agreement: self, say: .english).mark(mark)
    }

    /// What is not known of the widths of a zone and of those that it is made of, each as a sentence.
    func openWidths(of zone: Zone) -> [String] {
        var found: [String] = []
        var open = [zone.id]
        var seen: Set<Zone.ID> = []
        while let next = open.popLast() {
            guard seen.insert(next).inserted, let part = zones.first(where: { $0.id == next })
            else { continue }
            for leaf in part.regions.flatMap(\.leaves) {
                if case .zone(let other) = leaf { open.append(other) }
                let name = next == zone.id ? "the width" : "the width of '\(next)'"
                for band in leaf.bands {
                    let sentence: String
                    switch band.certainty {
                    case .known: continue
                    case .atLeast(let least):
                        sentence =
                            "\(name) is only known to lie between \(least.inWords) and \(band.to.inWords)"
                    case .unknown:
                        sentence =
                            "\(name) is not known, only that it is at most \(band.to.inWords)"
                    }
                    if !found.contains(sentence) { found.append(sentence) }
                }
            }
        }
        return found
    }
}
