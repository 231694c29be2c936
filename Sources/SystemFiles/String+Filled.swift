extension String {
    /// The text with values in place of their names in braces; a name without a value stays.
    ///
    /// A value is never read again, so that braces in it are left alone.
    package func filled(with values: [String: String]) -> String {
        var text = ""
        var rest = utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            text += Substring(rest[..<open])
            let name = String(Substring(rest[rest.index(after: open)..<close]))
            text += values[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return text + Substring(rest)
    }
}
