import Agreements
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
    package static func tables(
        ofSummary summary: JSONNode, _ detail: Detail, in phrasing: Phrasing = .english
    ) -> [SetTable] {
        SummaryTables(summary, phrasing).tables(detail).filter { !$0.rows.isEmpty }
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
    package static func read(
        _ path: String, in phrasing: Phrasing = .english
    ) throws(ReportFileError) -> [SetTable] {
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
        return tables(ofSummary: node, .windows, in: phrasing)
    }

    private static var most: Int { 64 << 20 }
}
