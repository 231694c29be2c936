/// How a zone is put together from conditions and earlier zones.
indirect enum Formula: Sendable {
    /// A condition by its number.
    case condition(Int)
    /// An earlier zone by its number.
    case zone(Int)
    case any([Formula])
    case all([Formula])
    case not(Formula)

    /// What is certain when each condition and zone is looked at by itself.
    func answer(condition: (Int) -> Answer, zone: (Int) -> Answer) -> Answer {
        switch self {
        case .condition(let number): return condition(number)
        case .zone(let number): return zone(number)
        case .any(let formulas):
            var answer = Answer.no
            for formula in formulas where answer != .yes {
                answer = answer || formula.answer(condition: condition, zone: zone)
            }
            return answer
        case .all(let formulas):
            var answer = Answer.yes
            for formula in formulas where answer != .no {
                answer = answer && formula.answer(condition: condition, zone: zone)
            }
            return answer
        case .not(let formula): return !formula.answer(condition: condition, zone: zone)
        }
    }

    /// Whether it holds where every condition plainly holds or does not.
    func holds(in zones: [Formula], condition: (Int) -> Bool) -> Bool {
        switch self {
        case .condition(let number): condition(number)
        case .zone(let number): zones[number].holds(in: zones, condition: condition)
        case .any(let formulas):
            formulas.contains { $0.holds(in: zones, condition: condition) }
        case .all(let formulas):
            formulas.allSatisfy { $0.holds(in: zones, condition: condition) }
        case .not(let formula): !formula.holds(in: zones, condition: condition)
        }
    }

    /// Whether looking at conditions one by one tells all there is to tell.
    var isSingle: Bool {
        switch self {
        case .condition, .zone: true
        case .not(let formula): formula.isSingle
        case .any(let formulas), .all(let formulas):
            formulas.count == 1 && formulas[0].isSingle
        }
    }

    /// Adds the numbers of the conditions and of the zones that it names.
    func collect(conditions: inout Set<Int>, zones: inout Set<Int>) {
        switch self {
        case .condition(let number): conditions.insert(number)
        case .zone(let number): zones.insert(number)
        case .any(let formulas), .all(let formulas):
            for formula in formulas { formula.collect(conditions: &conditions, zones: &zones) }
        case .not(let formula): formula.collect(conditions: &conditions, zones: &zones)
        }
    }
}
