// Answers with what an agreement says of reports, as they come.

import Demarcation

// snippet.setup
let text = """
    agreement: Two-sided withdrawal (example)
    parties: {north: Party North, south: Party South}
    categories: {military: [artillery, tank]}
    lines:
      contact: {geometry: [[-32, 47], [-29, 48]], left: north, right: south, accuracy: 50 m}
    zones:
      dmz: {within: 2 km each side, of: contact}
    rules:
      no-forces: {in: dmz, prohibits: [military]}
    """
let agreement = try CompiledAgreement(AgreementFile.read(text: text).agreement)
// snippet.end

// snippet.one
let report = Report(
    position: Coordinate(longitude: -30.5, latitude: 47.534), uncertainty: .metres(100),
    category: "tank")
print(agreement.judge(report))
print(agreement.explain(report))
// snippet.end

// snippet.stream
var stream = ReportStream(checking: agreement, format: .lines)
let request = """
    {"type":"Feature","properties":{"category":"tank"},"geometry":{"type":"Point","coordinates":[-30.5,47.52]}}

    """
var answer = try stream.feed(request.utf8)
answer += try stream.finish()
print(String(decoding: answer, as: UTF8.self))
// snippet.end
