// Draws a zone as a polygon for a map.

import Demarcation

// snippet.draw
let contact = try LineGeometry(
    geoJSON: #"{"type":"LineString","coordinates":[[-32,47],[-31,47.5],[-29,48]]}"#)
let agreement = Agreement(
    title: "Illustration",
    parties: [Party(id: "north", name: "Party North"), Party(id: "south", name: "Party South")],
    lines: [ReferenceLine(id: "contact", geometry: contact, left: "north", right: "south")],
    zones: [Zone(id: "dmz", .within(.kilometres(2), of: "contact"))])
let drawer = try ZoneDrawer(agreement, tolerance: .metres(1))
let drawing = try drawer.whole(agreement.zones[0])
print(drawing.polygon.geoJSON)
// snippet.end

// snippet.figures
print("\(drawing.area.squareKilometres) km², \(drawing.vertexCount) vertices")
print("at most \(drawing.audit.maxDeviation) from the limit")
// snippet.end
