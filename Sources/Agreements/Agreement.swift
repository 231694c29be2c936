import Geodesy

/// An agreement between parties: its lines, the zones measured from them, and the rules that hold
/// in the zones.
///
/// Parties, lines and zones alone make a usable agreement. It is plain data and may be
/// inconsistent; `faults` says how, and `CompiledAgreement` takes only one without.
public struct Agreement: Hashable, Sendable {
    /// The title shown to people.
    public var title: String
    /// Where the text of the agreement comes from.
    public var source: Source?
    /// The parties, in the order in which they are to be listed.
    public var parties: [Party]
    /// The moment from which days are counted.
    public var zero: ZeroDay?
    /// Whether there is such a moment and it is not known yet, so that times counted from it are not either.
    public var isZeroUnknown: Bool
    /// Zeros with names, from which some times are counted.
    public var zeros: [NamedZero]
    /// The clock of times that are written without an offset from UTC, here and in reports; `nil` where
    /// such times name no moment.
    public var clock: LocalClock?
    /// The area of operations, to which zones with clipped ends are cut.
    public var area: PolygonGeometry?
    /// Which categories contain which others.
    public var categories: CategoryTree
    /// What reports of categories that the agreement does not know are.
    public var others: Others
    /// Words in an order, by which conditions of rules compare.
    public var levels: [OrderedLevels]
    /// How far what is of a category reaches, as the agreement states it, for rules to withdraw behind its own
    /// reach.
    public var reach: [Reach]
    /// Whose a report counts as that names no party.
    public var unattributed: Unattributed
    /// The rules that are suspended, for whom and when.
    public var suspensions: [Suspension]
    /// The lines from which zones are measured.
    public var lines: [ReferenceLine]
    /// The zones.
    public var zones: [Zone]
    /// The rules.
    public var rules: [Rule]
    /// The sites whose inventories are known; each has the area of the zone with its identifier.
    public var sites: [Site]
    /// What has to be done.
    public var obligations: [Obligation]

    /// An agreement.
    public init(
        title: String = "", source: Source? = nil, parties: [Party] = [], zero: ZeroDay? = nil,
        isZeroUnknown: Bool = false, zeros: [NamedZero] = [],
        clock: LocalClock? = nil, area: PolygonGeometry? = nil,
        categories: CategoryTree = CategoryTree(),
        others: Others = .undeterminable, levels: [OrderedLevels] = [], reach: [Reach] = [],
        unattributed: Unattributed = .undeterminable, lines: [ReferenceLine] = [],
        zones: [Zone] = [], rules: [Rule] = [], suspensions: [Suspension] = [],
        sites: [Site] = [], obligations: [Obligation] = []
    ) {
        self.title = title
        self.source = source
        self.parties = parties
        self.zero = zero
        self.clock = clock
        self.area = area
        self.categories = categories
        self.others = others
        self.isZeroUnknown = isZeroUnknown
        self.zeros = zeros
        self.levels = levels
        self.reach = reach
        self.unattributed = unattributed
        self.suspensions = suspensions
        self.lines = lines
        self.zones = zones
        self.rules = rules
        (self.sites, self.obligations) = (sites, obligations)
    }

    /// What is said of a category that the agreement does not know.
    public enum Others: String, CaseIterable, Hashable, Sendable {
        /// It may be another word for any of the agreement's categories.
        case undeterminable
        /// The agreement's list of categories is complete: it is none of them.
        case unregulated
    }

    /// What is said of a report that names no party.
    public enum Unattributed: String, CaseIterable, Hashable, Sendable {
        /// It may be anybody's.
        case undeterminable
        /// It counts as that of the party on whose side of the nearest line it certainly lies.
        case bySide = "by-side"
    }

    /// How far what is of a category reaches.
    public struct Reach: Hashable, Sendable {
        /// The category.
        public let category: String
        /// The distance.
        public let distance: Distance

        /// A reach.
        public init(_ category: String, _ distance: Distance) {
            self.category = category
            self.distance = distance
        }
    }

    /// The text from which an agreement was encoded.
    public struct Source: Hashable, Sendable {
        /// The title of the text.
        public var title: String?
        /// Where the text is published.
        public var url: String?
        /// The standing of the text, such as `in force` or `proposal`.
        public var status: String?
        /// The date of the text, as written.
        public var date: String?
        /// How the encoding was made, such as `unverified` where nobody has checked it against
        /// the original text.
        public var provenance: String?

        /// A source.
        public init(
            title: String? = nil, url: String? = nil, status: String? = nil, date: String? = nil,
            provenance: String? = nil
        ) {
            self.title = title
            self.url = url
            self.status = status
            self.date = date
            self.provenance = provenance
        }
    }
}
