/// Steps of building, counted so that they do not depend on the machine; see `ZoneIndex.Detail.mostWork`.
struct WorkMeter {
    private(set) var spent = 0
    let most: Int

    init(most: Int) { self.most = most }

    mutating func spend(_ steps: Int) { spent += steps }

    /// Whether building takes too many steps.
    var isExceeded: Bool { spent > most }
}
