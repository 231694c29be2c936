import Agreements
import Geodesy
import Zones

extension Agreement {
    /// The agreement with other edges between the vertices of its lines and routes; itself where none are named.
    func joined(by edges: EdgeKind?) throws -> Agreement {
        guard let edges else { return self }
        var agreement = self
        agreement.lines = try lines.map { line in
            try line.replacing {
                try LineGeometry(parts: $0.parts, edges: edges, joins: $0.joins)
            }
        }
        agreement.zones = try zones.map { zone in
            try zone.replacing { try $0.routed(by: edges) }
        }
        return agreement
    }
}
