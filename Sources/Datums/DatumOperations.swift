internal import CPROJ
import Geodesy

/// The operations that lead from a reference system to WGS 84.
package enum DatumOperations {
    /// What could be chosen, the best known accuracy first; empty for a system on WGS 84.
    ///
    /// - Parameters:
    ///   - system: the system.
    ///   - position: on WGS 84; where given, only operations that hold there.
    /// - Throws: `DatumError` when PROJ finds none.
    package static func list(
        from system: ReferenceSystem, near position: Coordinate? = nil
    ) throws(DatumError) -> [DatumOperation] {
        if system.isWGS84 { return [] }
        let all = try paths(from: system, PROJContext(), isWide: false).map(\.operation)
        guard let position else { return all }
        return all.filter { $0.holds(at: position) }
    }

    /// Operations as a list in a sentence.
    static func inWords(_ operations: [DatumOperation], at position: Coordinate? = nil) -> String {
        if operations.isEmpty { return "there is none" }
        return "there is: "
            + operations.prefix(8).map { operation in
                var reasons = [operation.obstacle].compactMap { $0 }
                if let position, !operation.holds(at: position) {
                    let place = operation.area.map { " (\($0.name))" } ?? ""
                    reasons.append("it does not hold there\(place)")
                }
                return operation.summary
                    + (reasons.isEmpty ? "" : ": " + reasons.joined(separator: ", "))
            }.joined(separator: "; ")
            + (operations.count > 8 ? "; and \(operations.count - 8) more" : "")
    }

    /// The register's accuracy of an operation of which it knows none.
    private static let unknown = 999.0

    /// An operation and what computes it.
    struct Path {
        let operation: DatumOperation
        /// The codes and names of its steps, in capitals, by which it may be asked for.
        let keys: Set<String>
        let transform: PROJObject
    }

    /// All operations of a system, the best known accuracy first; `isWide` takes those as well that others
    /// have superseded.
    static func paths(
        from system: ReferenceSystem, _ context: PROJContext, isWide: Bool
    ) throws(DatumError) -> [Path] {
        // NULL on error.
        guard let source = context.object(system.definition),
            let target = context.object("EPSG:4326"),
            let factory = proj_create_operation_factory_context(context.handle, nil)
        else { throw DatumError(.library, "PROJ cannot list the operations of \(system.label)") }
        defer { proj_operation_factory_context_destroy(factory) }
        proj_operation_factory_context_set_spatial_criterion(
            context.handle, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
        // An operation whose grid is missing is listed with the others, as one that cannot be used.
        proj_operation_factory_context_set_grid_availability_use(
            context.handle, factory, PROJ_GRID_AVAILABILITY_IGNORED)
        if isWide {
            proj_operation_factory_context_set_discard_superseded(context.handle, factory, 0)
        }
        // NULL on error.
        guard
            let list = proj_create_operations(
                context.handle, source.handle, target.handle, factory)
        else { throw DatumError(.library, "PROJ cannot list the operations of \(system.label)") }
        defer { proj_list_destroy(list) }
        var paths: [Path] = []
        for index in 0..<proj_list_get_count(list) {
            // NULL on error, both; longitude or easting comes first here, once for all.
            guard let found = PROJObject(proj_list_get(context.handle, list, index), context),
                let transform = PROJObject(
                    proj_normalize_for_visualization(context.handle, found.handle), context)
            else { continue }
            paths.append(path(found, transform, isWGS84: system.isWGS84))
        }
        // Of equals PROJ's first stays first.
        return paths.enumerated().sorted { a, b in
            (order(a.element.operation), a.offset) < (order(b.element.operation), b.offset)
        }.map(\.element)
    }

    private static func order(_ operation: DatumOperation) -> Double {
        operation.isBallpark ? .infinity : operation.accuracy?.metres ?? .greatestFiniteMagnitude
    }

    private static func path(
        _ found: PROJObject, _ transform: PROJObject, isWGS84: Bool
    ) -> Path {
        let context = found.context.handle
        var steps: [PROJObject] = []
        if found.type == PJ_TYPE_CONCATENATED_OPERATION {
            for index in 0..<proj_concatoperation_get_step_count(context, found.handle) {
                // NULL on error.
                if let step = PROJObject(
                    proj_concatoperation_get_step(context, found.handle, index), found.context)
                {
                    steps.append(step)
                }
            }
        }
        // What changes the datum is named; how the grid is laid is the system's own.
        let changes = steps.filter { $0.type != PJ_TYPE_CONVERSION }
        let named = found.code != nil || changes.isEmpty ? [found] : changes
        let codes = named.compactMap(\.code)
        // Below zero when not known.
        let accuracy = proj_coordoperation_get_accuracy(context, found.handle)
        var missing: [String] = []
        for index in 0..<max(proj_coordoperation_get_grid_used_count(context, found.handle), 0) {
            var name: UnsafePointer<CChar>?
            var isAvailable: Int32 = 0
            // 0 on error.
            let isFound = proj_coordoperation_get_grid_used(
                context, found.handle, index, &name, nil, nil, nil, nil, nil, &isAvailable)
            if isFound == 0 || isAvailable == 0 {
                missing.append(PROJObject.text(name) ?? "of no name")
            }
        }
        let operation = DatumOperation(
            name: named.map(\.name).joined(separator: " + "),
            code: codes.count == named.count ? codes.joined(separator: " + ") : nil,
            accuracy: isWGS84
                ? .zero : accuracy >= 0 && accuracy < unknown ? .metres(accuracy) : nil,
            area: area(found), missingGrids: missing,
            // 0 when it has none.
            isBallpark: proj_coordoperation_has_ballpark_transformation(context, found.handle) != 0,
            // 0 when it cannot be.
            isInstantiable: proj_coordoperation_is_instantiable(context, found.handle) != 0)
        var keys = Set((changes + [found]).flatMap { [$0.code, $0.name].compactMap { $0 } })
        keys.formUnion([operation.code, operation.name].compactMap { $0 })
        if operation.isBallpark { keys.insert("ballpark") }
        return Path(
            operation: operation, keys: Set(keys.map { $0.uppercased() }), transform: transform)
    }

    private static func area(_ found: PROJObject) -> DatumOperation.Area? {
        var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
        var name: UnsafePointer<CChar>?
        // 0 when there is none.
        guard
            proj_get_area_of_use(
                found.context.handle, found.handle, &west, &south, &east, &north, &name) != 0,
            west > -1000
        else { return nil }
        return DatumOperation.Area(
            west: west, south: south, east: east, north: north,
            name: PROJObject.text(name) ?? "an area without a name")
    }
}
