extension Footprint {
    /// How much of what is possible a circle or ellipse holds, as its source states it.
    ///
    /// A level below 100 % says nothing certain until a model is named (`PositionModel`).
    public struct Level: Hashable, Sendable {
        /// The probability that the true position is in the circle or ellipse; 1 for a bound.
        public let share: Double

        /// The true position is never outside.
        public static let bound = Level(known: 1)
        /// Circular error probable: half of all.
        public static let cep = Level(known: 0.5)
        /// 90 % of all.
        public static let ce90 = Level(known: 0.9)
        /// 95 % of all.
        public static let ce95 = Level(known: 0.95)
        /// The standard deviation along each axis: of a normal distribution in the plane 39.3 %.
        public static let oneSigma = Level(known: 0.393_469_340_287_366_6)
        /// Twice the root mean square of the distance: of a circular normal distribution 98.2 %.
        public static let twoDRMS = Level(known: 0.981_684_361_111_265_8)

        private init(known share: Double) { self.share = share }

        /// A level from a probability.
        ///
        /// - Throws: `FootprintError` when it is not above 0 and at most 1.
        public init(share: Double) throws(FootprintError) {
            guard share > 0, share <= 1 else {
                throw FootprintError(
                    "a level of \(share * 100) % was found, expected more than 0 and at most 100 %")
            }
            self.share = share
        }

        /// A level as it is written: `bound`, `CEP`, `CE90`, `CE95`, `1 sigma`, `2DRMS` or a percentage such
        /// as `68.3 %`, in letters of either size.
        ///
        /// - Throws: `FootprintError` for other texts.
        public init(_ text: String) throws(FootprintError) {
            let word = text.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
            if let known = Self.words[word] {
                self = known
                return
            }
            guard word.hasSuffix("%"), let percent = Double(word.dropLast()) else {
                throw FootprintError(
                    "the level '\(text.prefix(40))' is not known, expected bound, CEP, CE90, CE95, 1 sigma, "
                        + "2DRMS or a percentage such as 95 %")
            }
            try self.init(share: percent / 100)
        }

        private static let words: [String: Level] = [
            "bound": .bound, "cep": .cep, "cep50": .cep, "ce50": .cep, "ce90": .ce90,
            "cep90": .ce90, "ce95": .ce95, "cep95": .ce95, "r95": .ce95, "1sigma": .oneSigma,
            "onesigma": .oneSigma, "1σ": .oneSigma, "sigma": .oneSigma, "2drms": .twoDRMS,
        ]
    }
}
