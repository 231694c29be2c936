/// The keys that an agreement file may have, by the place where they stand.
enum AgreementKeys {
    static let top = [
        "agreement", "source", "parties", "zero", "time-zone", "area", "categories", "others",
        "lines", "zones",
        "rules",
    ]
    static let source = ["title", "url", "status", "date", "provenance"]
    static let line =
        ["geometry", "left", "right", "edges", "accuracy", "joins"]
        + placing
    static let zone =
        [
            "within", "between", "half", "of", "along", "polygon", "union", "intersection",
            "difference",
            "side",
            "ends", "clip", "except", "edges", "accuracy",
        ] + placing
    /// How coordinates come to WGS 84.
    static let placing = ["crs", "operation", "allow-accuracy"]
    static let rule = [
        "in", "prohibits", "exempt", "limits", "party", "from", "until", "clause", "quote",
    ]
}
