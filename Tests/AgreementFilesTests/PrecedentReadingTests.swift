import TestSupport
import Testing

@testable import AgreementFiles

/// Entries of the catalogue as they are read, and what is wrong in others.
@Suite struct PrecedentReadingTests {
    static let entry = """
        title: Some Agreement
        year: 1999
        kind: agreement
        monitor: none
        about: >-
          What it
          arranges.
        sources: [a book]
        needs:
          contact: {line: the line of contact}
          town: {area: a town, optional: true}
        agreement:
          agreement: Some Agreement 1999
          parties: {n: North, s: South}
          lines: {contact: {geometry: {needs: contact}, left: n, right: s}}
          zones:
            dmz: {within: 2 km each side, of: contact}
            town: {polygon: {needs: town}}
          rules: {no-tanks: {in: [dmz, town], prohibits: [tank]}}
        figures:
          - {figure: 2 km, of: width, at: zones.dmz.within, what: to each side, provenance: sourced, clause: para 1}
          - {figure: 100 miles, of: fact, provenance: unverified, source: a map}
        left-out:
          - {clause: para 9, why: no number}
        """

    static func read(_ text: String) throws(AgreementFileErrors) -> Precedent {
        try Precedent(id: "some-1999", yaml: text)
    }

    @Test("An entry is read as it is written")
    func entry() throws {
        let precedent = try Self.read(Self.entry)
        #expect(precedent.title == "Some Agreement" && precedent.year == 1999)
        #expect(precedent.kind == .agreement && precedent.monitor == nil)
        #expect(precedent.about == "What it arranges." && precedent.sources == ["a book"])
        #expect(precedent.needs.map(\.id) == ["contact", "town"])
        #expect(precedent.needs.map(\.kind) == [.line, .area])
        #expect(precedent.needs.map(\.isOptional) == [false, true])
        #expect(precedent.needs[1].about == "a town")
        let figure = precedent.figures[0]
        #expect(figure.text == "2 km" && figure.kind == .width && figure.provenance == .sourced)
        #expect(figure.path == ["zones", "dmz", "within"] && figure.clause == "para 1")
        #expect(precedent.figures[1].path.isEmpty && precedent.figures[1].source == "a map")
        #expect(precedent.leftOut.map(\.clause) == ["para 9"])
        #expect(precedent.leftOut.map(\.reason) == ["no number"])
    }

    @Test(
        "What is wrong in an entry is told with its place and what to write",
        arguments: [
            ("year: 1999", "year: soon", "2:7: the year is a number of four digits, not 'soon'"),
            ("kind: agreement", "kind: treaty", "kind is one of agreement, proposal"),
            ("title: Some Agreement\n", "", "the precedent has no 'title'"),
            ("sources: [a book]", "sauces: [a book]", "did you mean 'sources'?"),
            (
                "{needs: contact}", "{needs: contakt}",
                "there is no need 'contakt'; did you mean 'contact'?"
            ),
            ("{needs: town}", "town.geojson", "need 'town' stands nowhere in the agreement"),
            (
                "{line: the line of contact}", "{optional: true}",
                "need 'contact' says with one of line, area,"
            ),
            ("optional: true", "optional: maybe", "optional is true or false, not 'maybe'"),
            (
                "at: zones.dmz.within", "at: zones.dmx.within",
                "there is no 'zones.dmx.within' in the agreement"
            ),
            ("of: width", "of: breadth", "of is one of width, category, schedule, cap, fact"),
            (
                "provenance: sourced", "provenance: memory",
                "provenance is one of sourced, secondary, unverified"
            ),
            ("figure: 2 km, ", "", "the figure has no 'figure'"),
            (
                "{clause: para 9, why: no number}", "{clause: para 9}",
                "what is left out has 'clause' and 'why'"
            ),
            ("figures:\n", "figures: none\nleft: \n", "figures are a list, not 'none'"),
        ])
    func faults(old: String, new: String, words: String) throws {
        let text = Self.entry.replacing(old, with: new)
        #expect(text != Self.entry)
        let errors = #expect(throws: AgreementFileErrors.self) { try Self.read(text) }
        #expect(errors?.description.contains(words) == true, "\(errors?.description ?? "")")
        #expect(errors?.errors.first?.file == "some-1999.yaml")
    }

    @Test(
        "No text makes reading an entry stop the program",
        arguments: ["", "[]", "a: [", "x", "needs: 3"])
    func nonsense(text: String) {
        #expect(throws: AgreementFileErrors.self) { try Self.read(text) }
    }
}
