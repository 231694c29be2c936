import Agreements
import Geodesy
import ReportFiles
import SystemFiles
internal import Yams

/// A value of a profile's file with its place, from which its parts are taken.
struct ProfileNode {
    /// The file as it was named.
    let file: String
    /// The key under which the value stands, with those around it: `uncertainty.codes`.
    let key: String
    private let node: Node

    init(file: String, key: String, _ node: Node) {
        (self.file, self.key, self.node) = (file, key, node)
    }

    /// A fault of the value, with its file, line and key.
    func fault(_ reason: String) -> ProfileFault {
        let place = node.mark.map { ":\($0.line):\($0.column)" } ?? ""
        return ProfileFault(
            description: "\(String(visible: file))\(place): "
                + String(visible: key.isEmpty ? reason : "\(key): \(reason)"))
    }

    /// The value as a text that is not empty; `nil` where it is none.
    var text: String? { node.scalar.flatMap { $0.string.isEmpty ? nil : $0.string } }

    /// The value as a text that may be empty; `nil` where it is none.
    var word: String? { node.scalar?.string }

    /// The value as a list, where it is one.
    var list: [ProfileNode]? {
        node.sequence.map { $0.map { ProfileNode(file: file, key: key, $0) } }
    }

    /// The members of a mapping in their order; `nil` where it is none.
    private var members: [(name: ProfileNode, value: ProfileNode)]? {
        node.mapping.map { mapping in
            mapping.map { name, value in
                let text = name.scalar?.string ?? ""
                let inner = key.isEmpty ? text : "\(key).\(text)"
                return (
                    ProfileNode(file: file, key: key, name),
                    ProfileNode(file: file, key: inner, value)
                )
            }
        }
    }

    /// A text, or a list of texts.
    ///
    /// - Parameter what: what they are, for the sentence.
    func texts(_ what: String) throws(ProfileFault) -> [String] {
        if let text { return [text] }
        guard let list, !list.isEmpty else { throw fault("expected \(what)") }
        var texts: [String] = []
        for node in list {
            guard let text = node.text else { throw node.fault("expected \(what)") }
            texts.append(text)
        }
        return texts
    }

    /// One of a unit of length.
    func unit() throws(ProfileFault) -> Distance {
        guard let one = text.flatMap({ try? Distance(parsing: "1 \($0)") }) else {
            throw fault("expected a unit of length such as m or km")
        }
        return one
    }

    /// The members of a mapping whose keys are known.
    ///
    /// - Parameters:
    ///   - keys: the keys that it may have.
    ///   - example: how it could look.
    func parts(_ keys: [String], as example: String) throws(ProfileFault) -> [String: ProfileNode] {
        guard let members else { throw fault("has the keys \(Self.shown(keys)), as in \(example)") }
        var parts: [String: ProfileNode] = [:]
        for (name, value) in members {
            let key = name.text ?? ""
            guard keys.contains(key) else {
                throw name.fault(
                    "'\(key)' is not a key here; " + Spelling.hint(for: key, in: keys)
                        + "; has the keys \(Self.shown(keys)), as in \(example)")
            }
            parts[key] = value
        }
        return parts
    }

    /// The members of a mapping whose keys are values of a file.
    ///
    /// - Parameter example: how it could look.
    func table(
        as example: String
    ) throws(ProfileFault) -> [(code: String, value: ProfileNode)] {
        guard let members, !members.isEmpty else {
            throw fault("expected a table such as \(example)")
        }
        var table: [(String, ProfileNode)] = []
        var known: [String: String] = [:]
        for (name, value) in members {
            guard let code = name.text else {
                throw name.fault("expected a table such as \(example)")
            }
            if let other = known.updateValue(code, forKey: ValueCode.folded(code)) {
                throw name.fault(
                    "'\(code)' is the same code as '\(other)', which has its value above")
            }
            table.append((code, value))
        }
        return table
    }

    private static func shown(_ keys: [String]) -> String {
        keys.count < 2
            ? keys.joined()
            : keys.dropLast().joined(separator: ", ") + " and " + keys[keys.count - 1]
    }
}
