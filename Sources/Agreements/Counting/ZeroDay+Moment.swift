extension ZeroDay {
    /// Another moment on the clock of a zero.
    init(_ moment: Instant, as other: ZeroDay) {
        self.init(moment, timeZone: other.timeZone, offset: other.offsetSeconds)
    }

    /// A moment on a clock, or on that of UTC.
    init(_ moment: Instant, on clock: LocalClock?) {
        let isNamed = clock.map { NamedClock($0.name) != nil } ?? false
        self.init(
            moment, timeZone: isNamed ? clock?.name : nil, offset: clock?.offset(at: moment) ?? 0)
    }

    private init(_ moment: Instant, timeZone: String?, offset: Int) {
        let clock = timeZone.flatMap { NamedClock($0) }
        self.init(
            instant: moment, offsetSeconds: clock?.offset(at: moment) ?? offset, timeZone: timeZone)
    }
}
