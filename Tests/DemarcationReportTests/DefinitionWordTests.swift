import AgreementFiles
import Agreements
import Foundation
import Geodesy
import ReportFiles
import Synchronization
import TestSupport
import Testing
import Zones

@testable import DemarcationReport

/// Definitions of zones and rules in the languages of pages.
@Suite struct DefinitionWordTests {
    /// The phrases that were asked for.
    private final class Asked: Sendable {
        private let found = Mutex<Set<String>>([])
        var phrases: Set<String> { found.withLock { $0 } }

        var phrasing: Phrasing {
            Phrasing(decimal: ",", thousands: " ", date: { $0 }, month: { "\($0)" }) { english in
                self.found.withLock { _ = $0.insert(english) }
                return nil
            }
        }
    }

    private static func definitions(_ agreement: Agreement, in phrasing: Phrasing) -> [String] {
        agreement.zones.flatMap {
            [agreement.inWords($0, in: phrasing), agreement.sentence($0, in: phrasing)]
        } + agreement.rules.map { agreement.inWords($0, in: phrasing) }
    }

    /// The agreements of all fixtures that are agreements.
    private static func fixtures() -> [Agreement] {
        let names = FileManager.default.enumerator(atPath: Fixtures.path(""))
        let paths = (names?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".yaml") }
        return paths.sorted().compactMap {
            try? AgreementFile.read(path: Fixtures.path($0)).agreement
        }
    }

    @Test(
        "Every phrase of definitions and of tables of sets is there in every language, and no other"
    )
    func complete() throws {
        let asked = Asked()
        let agreements = Self.fixtures()
        #expect(agreements.count >= 50)
        for agreement in agreements { _ = Self.definitions(agreement, in: asked.phrasing) }
        let ofFixtures = asked.phrases
        #expect(ofFixtures.count > 70)
        _ = Self.definitions(try DefinitionsAtHand.agreement(), in: asked.phrasing)
        #expect(asked.phrases.isSuperset(of: ofFixtures))
        for detail in [SetTable.Detail.worst, .windows] {
            _ = try SetTableWordTests.tables(detail, in: asked.phrasing)
        }
        for language in ReportWords.languages {
            let words = try #require(ReportWords(language))
            for phrase in asked.phrases {
                let key = "say:" + phrase
                #expect(words.keys.contains(key), "\(language): \(phrase)")
                #expect(Self.values(words[key]) == Self.values(phrase), "\(language): \(phrase)")
                if language == "en" { #expect(words[key] == phrase) }
            }
            // Words with values are of these; none is there for nothing.
            let known = words.keys.filter { $0.hasPrefix("say:") && $0.contains("{") }
            #expect(Set(known.map { String($0.dropFirst(4)) }).isSubset(of: asked.phrases))
        }
    }

    private static func values(_ text: String) -> Set<Substring> {
        Set(text.matches(of: #/\{[a-z]+\}/#).map(\.output))
    }

    @Test("English by phrases is the English that explain and validate write")
    func english() throws {
        for agreement in Self.fixtures() + [try DefinitionsAtHand.agreement()] {
            let own =
                agreement.zones.flatMap { zone in
                    let sentence = AgreementWords(agreement).clauses.first {
                        $0.section == .zones && $0.id == zone.id
                    }
                    return [agreement.inWords(zone), sentence?.sentence ?? ""]
                } + agreement.rules.map { agreement.inWords($0) }
            #expect(own == Self.definitions(agreement, in: ReportWords.english.phrasing))
            #expect(!own.contains { $0.contains("{") || $0.contains("}") })
        }
    }

    @Test("What a language lacks is English, with the values in it")
    func fallback() throws {
        let phrasing = Phrasing(
            decimal: ",", thousands: ".", date: { $0 }, month: { "\($0)" }
        ) { $0 == "within {distance}" ? "bis {distance}" : nil }
        var agreement = try DefinitionsAtHand.agreement()
        agreement.zones = [
            Zone(id: "{line}", .within(.kilometres(2.5), of: "contact")),
            Zone(id: "x", .difference(.zone("{line}"), .zone("{zone}"))),
        ]
        #expect(
            agreement.sentence(agreement.zones[0], in: phrasing)
                == "The zone is bis 2,5 km of contact to each side.")
        // Braces of an identifier are no name of a value.
        #expect(agreement.inWords(agreement.zones[1], in: phrasing) == "{line}, except {zone}")
        let rule = try #require(agreement.rules.first { $0.id == "t1" })
        #expect(
            agreement.inWords(rule, in: phrasing).hasPrefix(
                "no tank in a for west, east from D+0 (2026-12-01T00:00:00+02:00) due D+0 "))
    }

    /// Sentences in which `~` is a space that does not break.
    private static func french(_ sentences: [String]) -> [String] {
        sentences.map { $0.replacing("~", with: "\u{A0}") }
    }

    @Test("Zones in French, as they were written by hand")
    func zones() throws {
        let agreement = try DefinitionsAtHand.agreement()
        let phrasing = try #require(ReportWords("fr")).phrasing
        let found = agreement.zones.map { agreement.inWords($0, in: phrasing) }
        let expected = Self.french([
            "à 25~km au plus de la ligne contact, de chaque côté",
            "entre 500~m et 2,5~km de la ligne contact, de chaque côté",
            "jusqu’à une distance mal connue (entre 10~km et 20~km) de la ligne contact, de chaque côté",
            "jusqu’à une distance inconnue (au plus 5~km) de la ligne contact, de chaque côté",
            "à 25~km au plus de la ligne contact, du côté de la partie west",
            "entre 500~m et 2,5~km de la ligne contact, du côté de la partie east",
            "de part et d’autre de la ligne contact, jusqu’à 25~km du côté de la partie west et jusqu’à une distance mal connue (entre 10~km et 20~km) du côté de la partie east",
            "de part et d’autre de la ligne contact, entre 500~m et 2,5~km du côté de la partie west et à 25~km au plus du côté de la partie east",
            "à 25~km au plus de la ligne road, à gauche, coupée perpendiculairement aux extrémités libres",
            "à 25~km au plus de la ligne road, à droite",
            "d’aucun côté de la ligne contact",
            "à 25~km au plus d’un itinéraire, de chaque côté, itinéraire connu à 20~m près",
            "d’aucun côté d’un itinéraire",
            "à 25~km au plus de la position [30.0, 50.0], connue à 7,5~m près",
            "entre 500~m et 2,5~km de la position [30.0, 50.0]",
            "une aire définie par ses coordonnées (1 polygone)",
            "une aire définie par ses coordonnées (2 polygones, côtés géodésiques, connue à 30~m près)",
            "une aire définie par ses coordonnées (1 polygone, côtés loxodromiques)",
            "une aire et ses abords, à 25~km au plus de son bord",
            "une aire (connue à 30~m près) et ses abords, à 25~km au plus de son bord",
            "à l’extérieur d’une aire, à 5~km au plus de son bord",
            "à l’extérieur d’une aire (connue à 30~m près), à 5~km au plus de son bord",
            "à 25~km au plus de la ligne contact, de chaque côté, de son début à la borne M1, chaque tronçon étant mesuré séparément, coupée perpendiculairement aux extrémités libres",
            "à 25~km au plus de la ligne contact, de chaque côté, de son début à la position [30.0, 50.0]~; à 25~km au plus de la ligne contact, de chaque côté, de la borne M1 à sa fin",
            "plus près de la ligne contact que de la ligne road",
            "entre la ligne contact et la ligne road",
            "la moitié de l’aire entre la ligne contact et la ligne road qui est la plus proche de la ligne road",
            "dans la zone a, dans la zone b ou à 25~km au plus de la ligne contact, de chaque côté",
            "dans la zone a, dans la zone b et dans la zone c",
            "à 25~km au plus de la ligne contact, de chaque côté, limitée à une aire",
            "la zone a, sauf la zone b",
            "à 25~km au plus de la ligne contact, de chaque côté, sauf la zone a, la zone b",
            "la zone a (jusqu’au jour D~+~3 (4 décembre 2026 à 00:00 UTC+02:00), suspected) [4] (annex, provenance~: secondary)~; puis la zone b (à partir du jour later~+~1 (date pas encore connue))",
            "la zone a",
        ])
        #expect(found.count == expected.count)
        for (sentence, own) in zip(found, expected) { #expect(sentence == own) }
        let sentences = agreement.zones.map { agreement.sentence($0, in: phrasing) }
        let last = Self.french([
            "Étendue de la zone~: à 25~km au plus de la ligne contact, de chaque côté, taille demandée~: au moins 3~km sur 2~km.",
            "Étendue de la zone~: entre 500~m et 2,5~km de la ligne contact, de chaque côté, taille demandée~: au moins 2,5~km².",
            "Étendue de la zone~: la zone a, cleared.",
        ])
        #expect([sentences[0], sentences[1], sentences.last] == last)
    }

    @Test("Rules in French, as they were written by hand")
    func rules() throws {
        let agreement = try DefinitionsAtHand.agreement()
        let phrasing = try #require(ReportWords("fr")).phrasing
        func said(_ id: String) -> String? {
            agreement.rules.first { $0.id == id }.map { agreement.inWords($0, in: phrasing) }
        }
        let moment = "(1er décembre 2026 à 00:00 UTC+02:00)"
        let expected = [
            ("r0", "interdit dans la zone a~: tank"),
            (
                "r1",
                "interdit dans les zones a, b ou c~: tank, artillery avec calibre~≥~100~mm"
            ),
            ("r4", "tank~: uniquement dans la zone a"),
            ("r5", "tank, artillery avec calibre~≥~100~mm~: uniquement dans les zones a ou b"),
            ("r6", "rien d’autre que tank dans la zone a"),
            (
                "r8",
                "artillery avec calibre~≥~100~mm~: doit rester à 15~km au moins en arrière de la ligne contact"
            ),
            (
                "r9",
                "tank, artillery avec calibre~≥~100~mm~: doivent rester à 500~m au moins en arrière de la ligne contact, prolongée à ses extrémités"
            ),
            (
                "r10",
                "tank~: doit rester à une distance au moins égale à sa portée en arrière de la ligne contact"
            ),
            (
                "r12",
                "tank~: doit rester du côté de sa propre partie par rapport à la ligne contact"
            ),
            ("cap0", "dans la zone a, interdit~: tank~; au plus 12\u{202F}000~tank, 3~apc"),
            ("cap2", "au plus 12\u{202F}000~tank, 3~apc dans la zone a"),
            ("cap4", "tank~: uniquement dans la zone a~; au plus 12\u{202F}000~tank, 3~apc"),
            (
                "not-exempt",
                "interdit dans la zone a~: tank~; pour la partie west~; exception~: tout élément avec notice~>~1,5~j, "
                    + "size~≥~1,5~mm et size~>~1,5~cm de la partie west à partir du jour D~+~3 jusqu’au jour D~−~3, "
                    + "bus des parties west, east ou un, mais non lorsque le rapport n’en dit rien"
            ),
            (
                "t0",
                "interdit dans la zone a~: tank~; pour les parties west, east~; à partir du 24 décembre 2026 à 20:30:15 UTC+02:00~; "
                    + "à respecter au plus tard le 24 décembre 2026 à 20:30:15 UTC+02:00~; jusqu’au 24 décembre 2026 à 20:30:15 UTC+02:00"
            ),
            (
                "t1",
                "interdit dans la zone a~: tank~; pour les parties west, east~; à partir du jour D \(moment)~; "
                    + "à respecter au plus tard le jour D \(moment)~; jusqu’au jour D \(moment)"
            ),
            (
                "t5",
                "interdit dans la zone a~: tank~; pour les parties west, east~; à partir du jour later~+~12~h (date pas encore connue)~; "
                    + "à respecter au plus tard le jour later~+~12~h (date pas encore connue)~; jusqu’au jour later~+~12~h (date pas encore connue)"
            ),
            (
                "events",
                "interdit dans la zone a~: tank~; d’après le lieu de son origine ou effet~; pour tous, observateurs compris~; "
                    + "chaque jour de 22:00 à 05:00~; seulement pendant les mois suivants~: avril, mai, décembre"
            ),
        ]
        for (id, sentence) in expected {
            #expect(said(id) == Self.french([sentence])[0], "\(id)")
        }
    }
}
