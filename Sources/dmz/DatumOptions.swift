import ArgumentParser
import Datums
import Geodesy

/// In which reference system positions are written, and how they come to WGS 84.
struct DatumOptions: ParsableArguments {
    @Option(
        help: """
            The reference system of the positions: a code such as EPSG:28407, a PROJ string or WKT; WGS 84 \
            when not given.
            """)
    var crs: String?
    @Option(
        help: """
            The operation to WGS 84, by code or name, as dmz convert --operations lists them; the best of \
            known accuracy at each position when not given.
            """)
    var operation: String?
    @Option(
        help: """
            The accuracy to be taken for operations of which none is known, such as "999 m"; these are \
            refused when not given.
            """)
    var allowAccuracy: String?

    /// Refuses what goes with `--crs` where that is not given; `column` is what `--crs-field` names.
    func check(column: String? = nil) throws {
        if column != nil, operation != nil {
            throw ValidationError(
                "--operation is of one system, and by --crs-field reports may be in several; leave it out"
            )
        }
        guard crs == nil, column == nil else { return }
        if operation != nil {
            throw ValidationError("--operation goes with --crs, which names the positions' system")
        }
        if allowAccuracy != nil {
            throw ValidationError(
                "--allow-accuracy goes with --crs, which names the positions' system")
        }
    }

    /// The accuracy that was allowed.
    func allowance() throws -> Distance? {
        try allowAccuracy.map { try Distance(option: "--allow-accuracy", $0) }
    }

    /// What takes positions to WGS 84; `nil` where no system was named.
    func transform() throws -> DatumTransform? {
        guard let crs else { return nil }
        let allowed = try allowance()
        do throws(DatumError) {
            return try DatumTransform(
                from: ReferenceSystem(crs), operation: operation, allowing: allowed)
        } catch {
            let option =
                error.code == .unusableOperation && operation != nil ? "--operation" : "--crs"
            throw ValidationError("\(option): \(error.sentence)")
        }
    }
}
