import GeoJSONText
import SystemFiles

/// A table of what was found of caps, sites or obligations.
package struct SetTable: Hashable, Sendable {
    /// What it is about.
    package let title: String
    /// The names of the columns.
    package let headings: [String]
    /// The rows, each with a cell for each column.
    package let rows: [[String]]
    /// How many of the first columns hold names.
    package let names: Int
}

extension SetTable {
    /// How much is told of caps.
    package enum Detail: Sendable {
        /// A row for each cap, with its worst window.
        case worst
        /// A row for each window that the summary lists.
        case windows
    }

    /// The tables of a summary of `dmz check`: those of caps, sites, classes and obligations that it has.
    ///
    /// Numbers are grouped for persons in brief tables, and plain where all windows are told.
    package static func tables(ofSummary summary: JSONNode, _ detail: Detail) -> [SetTable] {
        let asOf = summary.member("as_of")?.string.map { " as of \($0)" } ?? ""
        let tables = [
            detail == .worst ? worst(summary, asOf) : windows(summary, asOf),
            sites(summary, asOf), classes(summary, asOf), obligations(summary, asOf),
        ]
        return tables.filter { !$0.rows.isEmpty }
    }

    private static func list(_ node: JSONNode, _ name: String) -> [JSONNode] {
        node.member(name)?.array ?? []
    }

    private static func text(_ node: JSONNode?, _ name: String) -> String {
        node?.member(name)?.string ?? ""
    }

    private static func number(_ node: JSONNode?, _ name: String) -> String {
        node?.member(name)?.number.flatMap { Int(exactly: $0) }.map(\.grouped) ?? ""
    }

    private static func word(_ node: JSONNode?, _ name: String) -> String {
        text(node, name).replacing("_", with: " ")
    }

    /// A number, or the least and the greatest that it may be.
    private static func range(_ node: JSONNode?) -> String {
        guard let node, node.member("low") != nil else { return "" }
        let (low, high) = (number(node, "low"), number(node, "high"))
        if high.isEmpty { return low + " or more" }
        return low == high ? low : low + " to " + high
    }

    private static func worst(_ summary: JSONNode, _ asOf: String) -> SetTable {
        SetTable(
            title: "caps" + asOf,
            headings: [
                "rule", "category", "cap", "breached", "open", "kept", "worst window", "counted",
                "finding",
            ],
            rows: list(summary, "caps").map { cap in
                let worst = cap.member("worst")
                return [
                    text(cap, "rule"), text(cap, "category"), number(cap, "cap"),
                    number(cap, "apparent_breach"), number(cap, "undeterminable"),
                    number(cap, "compliant"), text(worst, "from"), range(worst),
                    word(worst, "finding"),
                ]
            }, names: 2)
    }

    private static func windows(_ summary: JSONNode, _ asOf: String) -> SetTable {
        SetTable(
            title: "caps" + asOf,
            headings: ["rule", "category", "from", "until", "cap", "counted", "finding"],
            rows: list(summary, "caps").flatMap { cap in
                list(cap, "windows").map { window in
                    [
                        text(cap, "rule"), text(cap, "category"), text(window, "from"),
                        text(window, "until"), number(cap, "cap"), range(window),
                        word(window, "finding"),
                    ]
                }
            }, names: 4)
    }

    private static func sites(_ summary: JSONNode, _ asOf: String) -> SetTable {
        SetTable(
            title: "sites" + asOf,
            headings: [
                "site", "category", "last visit", "inventory", "present", "missing", "extra",
                "state",
            ],
            rows: list(summary, "sites").flatMap { site in
                list(site, "items").map { item in
                    [
                        text(site, "site"), text(item, "category"), text(site, "last_visit"),
                        number(item, "inventory"), range(item.member("present")),
                        range(item.member("missing")), range(item.member("extra")),
                        word(item, "state"),
                    ]
                }
            }, names: 3)
    }

    private static func classes(_ summary: JSONNode, _ asOf: String) -> SetTable {
        var rows: [[String]] = []
        if let classes = summary.member("storage_classes"),
            case .object(let members) = classes.value
        {
            rows = members.map { key, _ in
                [key.replacing("_", with: " "), number(classes, key)]
            }
        }
        return SetTable(
            title: "withdrawn and stored" + asOf, headings: ["class", "reports"], rows: rows,
            names: 1)
    }

    private static func obligations(_ summary: JSONNode, _ asOf: String) -> SetTable {
        SetTable(
            title: "obligations" + asOf,
            headings: ["obligation", "zone", "met", "due", "overdue", "not verified"],
            rows: list(summary, "obligations").map { duty in
                [text(duty, "obligation"), text(duty, "zone")]
                    + ["met", "due", "overdue", "not_verified"].map { number(duty, $0) }
            }, names: 2)
    }
}

extension SetTable {
    /// The table as CSV (RFC 4180) with a line of names; what spreadsheets take for a formula has an apostrophe in
    /// front.
    package var csv: String {
        let comma = UInt8(ascii: ",")
        var text = ByteBuffer()
        for row in [headings] + rows {
            for (k, cell) in row.enumerated() {
                if k > 0 { text.append(comma) }
                text.appendCSV(plain: cell, comma)
            }
            text.append("\r\n")
        }
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// The table as GitHub's Markdown under a heading.
    package var markdown: String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        var text = "## \(FindingTable.markdown(title))\n\n"
        text += line(headings.map(FindingTable.markdown))
        text += line(headings.indices.map { $0 < names ? "---" : "---:" })
        for row in rows { text += line(row.map(FindingTable.markdown)) }
        return text
    }

    /// The table as HTML under a heading, to stand in a page.
    package var html: String {
        func line(_ tag: String, _ cells: [String]) -> String {
            let cells = cells.enumerated().map { k, cell in
                "<\(tag) style=\"text-align: \(k < names ? "left" : "right")\">"
                    + Markup.text(cell) + "</\(tag)>"
            }
            return "<tr>" + cells.joined() + "</tr>\n"
        }
        return "<h2>\(Markup.text(title))</h2>\n<table>\n<thead>\n"
            + line("th", headings) + "</thead>\n<tbody>\n" + rows.map { line("td", $0) }.joined()
            + "</tbody>\n</table>\n"
    }
}

extension SetTable {
    /// The tables of a summary that `dmz check` wrote to a file.
    ///
    /// - Throws: `ReportFileError` when it cannot be read, or is no such summary.
    package static func read(_ path: String) throws(ReportFileError) -> [SetTable] {
        let file = try InputFile(path: path)
        var bytes: [UInt8] = []
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)
        defer { chunk.deallocate() }
        while case let count = try file.read(into: chunk), count > 0 {
            guard bytes.count < most else {
                throw ReportFileError(
                    .unusable, file: path,
                    "a summary that dmz check --summary wrote is expected, not a file of more than 64 MB"
                )
            }
            bytes += chunk[..<count]
        }
        let node: JSONNode
        do throws(JSONFault) {
            node = try JSONReader.read(bytes)
        } catch {
            let place = error.offset.map { " at byte \($0.grouped)" } ?? ""
            throw ReportFileError(
                .unusable, file: path,
                "a summary that dmz check --summary wrote is expected\(place): \(error.reason)")
        }
        guard node.member("dmz_version") != nil else {
            throw ReportFileError(
                .unusable, file: path,
                "a summary that dmz check --summary wrote is expected, not \(node.inWords)")
        }
        guard node.member("caps") != nil else {
            throw ReportFileError(
                .unusable, file: path,
                "the agreement of this summary has no caps, sites or obligations; leave it out")
        }
        return tables(ofSummary: node, .windows)
    }

    private static var most: Int { 64 << 20 }
}
