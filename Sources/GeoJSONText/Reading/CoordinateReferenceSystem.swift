/// The `crs` member of the GeoJSON of 2008, which RFC 7946 took out but files still carry.
package enum CoordinateReferenceSystem {
    /// The system that a `crs` member names, for a sentence; `nil` where it is WGS 84 in degrees,
    /// or `null`, which says nothing.
    ///
    /// Heights are ignored, so the systems of three dimensions are WGS 84 too. Longitude comes
    /// first whatever the system's own order is: GeoJSON has it so.
    package static func foreignName(in member: JSONNode) -> String? {
        foreignName(in: member, orElse: member.inWords)
    }

    /// The same for the bytes of a member.
    package static func foreignName(in member: UnsafeRawBufferPointer) -> String? {
        do throws(JSONFault) {
            let node = try JSONReader.read(Array(member))
            return foreignName(in: node, orElse: String(shown: member, limit: 80))
        } catch {
            return String(shown: member, limit: 80)
        }
    }

    /// The name of a system that a member states, or what stands there instead; `nil` for `null`, which
    /// says nothing.
    package static func statedName(in member: JSONNode) -> String? {
        if case .null = member.value { return nil }
        return name(in: member) ?? member.inWords
    }

    /// Whether a name is that of the system with such a code, or of WGS 84 where the system is that.
    package static func isName(_ name: String, ofCode code: String?, isWGS84: Bool) -> Bool {
        if isWGS84, Self.isWGS84(name) { return true }
        guard let code else { return false }
        return Self.code(in: name) == code.uppercased()
    }

    /// The name of a system that the bytes of a member state, or what stands there instead; `nil` for
    /// `null`, which says nothing.
    package static func statedName(in member: UnsafeRawBufferPointer) -> String? {
        do throws(JSONFault) {
            let node = try JSONReader.read(Array(member))
            if case .null = node.value { return nil }
            return name(in: node) ?? String(shown: member, limit: 80)
        } catch {
            return String(shown: member, limit: 80)
        }
    }

    /// The code that a name such as `urn:ogc:def:crs:EPSG::4284` holds, in capitals: `EPSG:4284`.
    static func code(in name: String) -> String? {
        let plain = name.lowercased().filter { $0 != " " }
        for prefix in prefixes where plain.hasPrefix(prefix) {
            let parts = plain.dropFirst(prefix.count).split(
                omittingEmptySubsequences: false, whereSeparator: { $0 == prefix.last })
            guard parts.count == 3 else { return nil }
            return "\(parts[0]):\(parts[2])".uppercased()
        }
        return plain.split(separator: ":").count == 2 ? plain.uppercased() : nil
    }

    /// Whether a name is one of WGS 84, in any letter case.
    package static func isWGS84(_ name: String) -> Bool {
        let plain = name.lowercased().filter { $0 != " " && $0 != "_" }
        for prefix in prefixes where plain.hasPrefix(prefix) {
            let parts = plain.dropFirst(prefix.count).split(
                omittingEmptySubsequences: false, whereSeparator: { $0 == prefix.last })
            // The version does not change what is meant.
            guard parts.count == 3, parts[1].allSatisfy({ "0123456789.".contains($0) }) else {
                return false
            }
            return known.contains(parts[0] + ":" + parts[2])
        }
        return known.contains(plain)
    }

    /// Authority, version and code follow.
    private static let prefixes = [
        "urn:ogc:def:crs:", "http://www.opengis.net/def/crs/", "https://www.opengis.net/def/crs/",
    ]

    private static let known: Set<String> = [
        "ogc:crs84", "ogc:crs84h", "crs84", "crs84h", "wgs84", "epsg:4326", "epsg:4979",
    ]

    private static func foreignName(
        in member: JSONNode, orElse unnamed: @autoclosure () -> String
    ) -> String? {
        if case .null = member.value { return nil }
        guard let name = name(in: member) else { return unnamed() }
        return isWGS84(name) ? nil : String(shown: name, limit: 80)
    }

    /// The name in `{"type": "name", "properties": {"name": "EPSG:4326"}}` or
    /// `{"type": "EPSG", "properties": {"code": 4326}}`, or the name alone, which some write.
    private static func name(in member: JSONNode) -> String? {
        if let name = member.string { return name }
        guard let properties = member.member("properties") else { return nil }
        if let name = properties.member("name")?.string { return name }
        guard let type = member.member("type")?.string, type.lowercased() == "epsg",
            let code = properties.member("code")
        else { return nil }
        if let text = code.string { return "EPSG:" + text }
        guard let number = code.number, let whole = Int(exactly: number) else { return nil }
        return "EPSG:\(whole)"
    }
}
