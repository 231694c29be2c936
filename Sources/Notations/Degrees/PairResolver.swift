/// Tells which angle of a text is the latitude.
struct PairResolver {
    private let text: ByteText
    private let items: DegreeItems

    init(_ text: ByteText, _ items: DegreeItems) { (self.text, self.items) = (text, items) }

    func pair() throws(NotationError) -> DegreesReader.Pair {
        if isFlat { return try flatPair() }
        let groups = DegreeGroups(text, items)
        switch groups.count {
        case 1:
            throw NotationError(
                .notAPosition, text.string, "is one angle, expected a latitude and a longitude")
        case 2: return try ordered(groups[0], groups[1])
        case 3, 4:
            // Latitude, longitude, height, and how accurate they are.
            for index in 0..<groups.count where !groups[index].isBare {
                throw DegreesReader.noPosition(text)
            }
            // Where commas may be decimal signs (`48,45; 38,29`), a list has one kind of them.
            guard hasPoints || isUniform else { throw DegreesReader.noPosition(text) }
            return try conventional(groups[0], groups[1])
        default: throw DegreesReader.noPosition(text)
        }
    }

    private var hasPoints: Bool {
        (0..<items.count).contains { items.list[$0].number.hasPoint }
    }

    private var isUniform: Bool {
        (2..<items.count).allSatisfy { items.list[$0].separator == items.list[1].separator }
    }

    // MARK: Two angles

    private func ordered(
        _ a: DegreeGroup, _ b: DegreeGroup
    ) throws(NotationError) -> DegreesReader.Pair {
        if a.hasOpenS, b.letter != nil { throw openS(a) }
        if b.hasOpenS, a.letter != nil { throw openS(b) }
        switch (a.saysLatitude, b.saysLatitude) {
        case (let a?, let b?) where a == b:
            throw NotationError(
                .contradiction, text.string,
                "names two \(a ? "latitudes" : "longitudes"), expected a latitude and a longitude")
        case (true, _), (_, false): return try made(a, b)
        case (false, _), (_, true): return try made(b, a)
        case (nil, nil):
            return a.count == 1 && b.count == 1 ? try conventional(a, b) : try onlyOrder(a, b)
        }
    }

    private func made(
        _ latitude: DegreeGroup, _ longitude: DegreeGroup
    ) throws(NotationError) -> DegreesReader.Pair {
        DegreesReader.Pair(
            latitude: try latitude.angle(isLatitude: true),
            longitude: try longitude.angle(isLatitude: false))
    }

    /// Two bare numbers: latitude first, as on every map page.
    private func conventional(
        _ a: DegreeGroup, _ b: DegreeGroup
    ) throws(NotationError) -> DegreesReader.Pair {
        do throws(NotationError) {
            return try made(a, b)
        } catch {
            guard error.code == .outOfRange, error.part == .latitude, (try? made(b, a)) != nil
            else {
                throw error
            }
            throw NotationError(
                .outOfRange, text.string, part: .latitude,
                "has the latitude \(a.written), expected at most 90 degrees; exchanged, the numbers "
                    + "would name a place")
        }
    }

    /// The order of two angles that no letter names, if only one is possible.
    private func onlyOrder(
        _ a: DegreeGroup, _ b: DegreeGroup
    ) throws(NotationError) -> DegreesReader.Pair {
        let exchanged = try? made(b, a)
        let pair: DegreesReader.Pair
        do throws(NotationError) {
            pair = try made(a, b)
        } catch {
            if let exchanged { return exchanged }
            throw error
        }
        guard exchanged == nil else { throw eitherOrder(a, b) }
        return pair
    }

    private func openS(_ group: DegreeGroup) -> NotationError {
        ambiguous(
            ["\(group.written) south", "\(group.written) and no letter"],
            "write a hemisphere behind each mark of seconds")
    }

    private func eitherOrder(_ a: DegreeGroup, _ b: DegreeGroup) -> NotationError {
        let readings = [
            "latitude \(a.written), longitude \(b.written)",
            "latitude \(b.written), longitude \(a.written)",
        ]
        return ambiguous(readings, "write N, S, E or W beside the angles")
    }

    private func ambiguous(_ readings: [String], _ remedy: String) -> NotationError {
        NotationError(
            .ambiguous, text.string, readings: readings,
            "can be read as \(readings[0]), or as \(readings[1]); \(remedy)")
    }

    // MARK: Numbers with nothing but white space between

    private var isFlat: Bool {
        for index in 0..<items.count {
            let item = items.list[index]
            if item.separator != 0 || item.isJoined || item.mark != .none
                || item.letterBefore != nil
                || item.letterAfter != nil || item.nounBefore != nil || item.nounAfter != nil
            {
                return false
            }
        }
        return true
    }

    private func flatPair() throws(NotationError) -> DegreesReader.Pair {
        let singles = DegreeGroups(text, items, size: 1)
        switch items.count {
        case 1:
            throw NotationError(
                .notAPosition, text.string, "is one number, expected a latitude and a longitude")
        case 2:
            let whole = DegreeGroups(text, items, size: 2)[0]
            if items.list[1].sign == 0, isAngle(whole) {
                throw ambiguous(
                    [
                        "the one angle \(whole.written)",
                        "latitude \(singles[0].written), longitude \(singles[1].written)",
                    ], "write degree marks, or a comma between")
            }
            return try conventional(singles[0], singles[1])
        case 3:
            let whole = DegreeGroups(text, items, size: 3)[0]
            let isAngle =
                items.list[1].sign == 0 && (try? whole.angle(isLatitude: false)) != nil
            if isAngle {
                throw ambiguous(
                    [
                        "the one angle \(whole.written)",
                        "latitude \(singles[0].written), longitude \(singles[1].written) and a height",
                    ], "write degree marks, or commas and decimals")
            }
            return try conventional(singles[0], singles[1])
        case 4:
            let halves = DegreeGroups(text, items, size: 2)
            let isMinutes = isAngle(halves[0]) && isAngle(halves[1])
            guard isMinutes else { return try conventional(singles[0], singles[1]) }
            if items.list[1].number.hasPoint { return try onlyOrder(halves[0], halves[1]) }
            throw ambiguous(
                [
                    "\(halves[0].written) and \(halves[1].written)",
                    "latitude \(singles[0].written), longitude \(singles[1].written), height and "
                        + "accuracy",
                ], "write N, S, E or W beside the angles, or decimals")
        case 6:
            let halves = DegreeGroups(text, items, size: 3)
            return try onlyOrder(halves[0], halves[1])
        default: throw DegreesReader.noPosition(text)
        }
    }

    private func isAngle(_ group: DegreeGroup) -> Bool {
        (try? group.angle(isLatitude: false)) != nil
    }
}
