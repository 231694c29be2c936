/// The keys that an agreement file may have, by the place where they stand.
enum AgreementKeys {
    static let top = [
        "agreement", "source", "parties", "zero", "zeros", "time-zone", "area", "categories",
        "others",
        "levels", "reach", "unattributed", "lines", "zones", "rules", "suspended", "sites",
        "obligations",
    ]
    static let party = ["name", "role"]
    static let source = ["title", "url", "status", "date", "provenance"]
    static let line =
        ["geometry", "left", "right", "edges", "accuracy", "joins", "kind", "status", "prejudice"]
        + ["versions", "markers"] + placing + citation
    static let zone =
        [
            "within", "between", "half", "of", "along", "polygon", "union", "intersection",
            "difference",
            "side",
            "ends", "clip", "except", "edges", "accuracy", "versions", "status", "meeting", "size",
        ] + placing + citation
    /// When one of several forms of a line or zone holds, and what is said of its state.
    static let version = ["from", "until", "status"]
    /// How coordinates come to WGS 84.
    static let placing = ["crs", "operation", "allow-accuracy"]
    static let rule =
        [
            "in", "prohibits", "only", "reserve", "for", "withdraw", "behind", "stay", "of", "ends",
            "exempt",
            "unless-reported", "limits", "per", "same", "counts", "party", "begin", "from", "due",
            "until", "hours", "months", "where",
        ] + citation
    static let site = ["area", "party", "inventory", "same", "from", "until"] + citation
    static let obligation =
        ["act", "by", "in", "every", "due", "within", "of", "from", "until"] + citation
    /// Where in the text something stands.
    static let citation = ["clause", "quote", "source", "provenance"]
    static let suspension = ["party", "rules", "from", "until"]
}
