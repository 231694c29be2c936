// The loops that go through positions by the million, in C++ so that the compiler may use wider
// vectors where the processor has them.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Whether the calling thread may use wide vectors where the processor has them; for tests, as the answers
/// are the same. Returns whether the processor has them.
bool dmz_allow_wide(bool allow);

/// A position: degrees of longitude and latitude.
typedef struct {
    double longitude, latitude;
} dmz_position;

/// A cell of the frame that has no label of its own, divided into 4^bits cells.
typedef struct {
    /// Where the codes of its cells begin, row by row.
    uint32_t codes;
    /// The number of the first open cell among them.
    uint32_t opens;
    /// Where its palette of labels begins.
    uint32_t palette;
    uint32_t bits;
} dmz_block;

/// Codes from this one on stand for a block's open cells, lower ones for labels of its palette.
#define DMZ_FIRST_OPEN 0x8000

/// A cell that is not decided as a whole.
///
/// With x and y running from 0 to 1 over the cell of the frame that holds it, positions where
/// a x + b y is less than low have the lower of two labels, and those where it is more than high the
/// upper one.
typedef struct {
    int16_t a, b, low, high;
    /// How the others are decided.
    uint32_t entry;
    /// The run of candidates, 0 where it is not known; of a leaf that is cut, where its two labels begin.
    uint32_t run_or_labels;
} dmz_open_cell;

/// The bit of an entry that marks a leaf, and those that number a decider.
#define DMZ_LEAF 0x80000000u
#define DMZ_DECIDER 0x3fffffffu

/// A position of a batch whose cell does not decide it.
typedef struct {
    /// Its number in the batch, and that of its open cell.
    uint32_t number, open;
} dmz_pending;

/// The cells of a frame.
typedef struct {
    double west, south;
    /// How many of the smallest cells lie in a degree.
    double columns_per_degree, rows_per_degree;
    /// The frame has 2^column_bits by 2^row_bits cells, each of up to 4^block_bits.
    uint32_t column_bits, row_bits, block_bits;
    /// Whether all of the frame is on the globe, away from the antimeridian.
    bool is_plain;
    /// Per cell of the frame, row by row, a label, or 2^15 and the number of its block in its row;
    /// then the label of what is outside.
    const uint16_t *cells;
    /// Per row of the frame the number of its first block.
    const uint32_t *row_blocks;
    const dmz_block *blocks;
    const uint16_t *codes;
    const uint32_t *palette;
    const dmz_open_cell *opens;
    /// The label of positions that are not on the globe.
    uint32_t unusable_label;
    const uint32_t *labels;
    /// Where among them, four each, those on both sides of deciders' cuts begin: lower, upper, and of reports
    /// that may be on either, reported lower and upper.
    uint32_t sides;
} dmz_cells;

/// Finds the labels of positions. Writes one label a position; those of positions whose cells do not
/// decide them mean nothing, and these are listed in `pending`, which has room for one more than there
/// are positions. Returns how many they are.
size_t dmz_label(
    const dmz_cells *cells, const dmz_position *positions, size_t count, uint32_t *labels,
    dmz_pending *pending);

/// A cut through a cell of the frame or beside it, as that of open cells, in metres.
typedef struct {
    float a, b, low, high;
    /// What share of an uncertainty the cut's distances change by at least; 0 where there are no labels of reports
    /// that may be on either side, which none then is.
    float share;
    /// Where the labels are of reports that are lower, upper, and of those that may be on either side,
    /// reported lower and upper, some with `DMZ_ASTRIDE`.
    uint32_t labels;
} dmz_margin;

/// How far reports may be off is told in a number of eight bits, a clearance: how often a metre is to be doubled,
/// and the eighth, in as many bits, of the way to the next doubling; 0 for less than that.
#define DMZ_CLEARANCE_BITS 3

/// What a cell of the frame says of reports that may be off.
typedef struct {
    /// As in `dmz_cells`; but cells of one label may lead to blocks too, which say how far it holds.
    uint16_t cell;
    /// How far reports may be off for the cell's label to hold, as a clearance; 0 where there is none, or a
    /// margin.
    uint8_t label_clearance;
    /// The same for the margin, or for what the cell's block says.
    uint8_t clearance;
} dmz_report_cell;

/// The cells of a frame, as reports that may be off are looked up in them.
typedef struct {
    const dmz_cells *cells;
    /// As many as cells.
    const dmz_report_cell *report_cells;
    /// Per cell the number of its margin; 0 where there is none.
    const uint32_t *margin_of_cell;
    const dmz_margin *margins;
    /// Per entry of the palette how far reports may be off for its label to hold, and per open cell for
    /// its cut to, as clearances.
    const uint8_t *palette_clearances;
    const uint8_t *open_clearances;
    /// Per decider, what share of an uncertainty its cuts' distances change by at least; 0 as for margins.
    const double *shares;
    /// Units of cuts of open cells in a metre.
    double units_per_metre;
    /// Cuts tell of reports that are off by at most so many metres.
    double greatest_uncertainty;
} dmz_reports;

/// Set in labels of reports astride a cut where all that these leave open is answered in one way on one side of it
/// and in another on the other, so that it stays open however the report is looked at.
#define DMZ_ASTRIDE 0x40000000u

/// Finds the labels of reports, each off by up to a bound in metres. Writes one label a report, with
/// `DMZ_ASTRIDE` where lists of labels have it; those of reports that cells do not decide mean nothing, and their
/// numbers are listed in `pending`, which has room for one more than there are reports. Returns how many they are.
size_t dmz_label_reports(
    const dmz_reports *reports, const dmz_position *positions, const double *bounds, size_t count,
    uint32_t *labels, uint32_t *pending);

/// A place on the ellipsoid in earth-centred metres, and the upward normal there.
typedef struct {
    double x, y, z, nx, ny, nz;
} dmz_place;

/// The places of positions, in their order, to 3 nm.
void dmz_find_places(const dmz_position *positions, size_t count, dmz_place *places);

/// The sine and cosine of an angle of ordinary size in degrees, to 3e-16.
void dmz_sine_and_cosine(double degrees, double *sine, double *cosine);

/// A chord from a to a + u, in earth-centred metres.
typedef struct {
    double ax, ay, az;
    /// 1 / |u|^2; 0 for a point.
    double inverse;
    double ux, uy, uz;
    /// Half of |u|.
    double half;
} dmz_chord;

/// A point in earth-centred metres.
typedef struct {
    double x, y, z;
} dmz_point;

/// The squares of the distances from a point to some chords, given by their numbers, in their order.
/// `squares` has room for as many, rounded up to fours. Returns the least of them; infinity for none.
double dmz_squared_distances(
    const dmz_chord *chords, const uint32_t *numbers, size_t count, dmz_point point,
    double *squares);

/// How far distances to chords of an eight may be off in single precision: this share of the distance D, and
/// of the eight's width G. With e = 2^-24 the vectors from the eight's place and their difference are off by
/// e (2 S + 2 G) with S <= D + G, the parameter times the chord's length by e (8 S + 8 G), the rest of the way
/// to the foot by 4 e G, and a distance changes by no more than its foot does: 10 e D + 24 e G.
#define DMZ_SINGLE_SHARE 1e-6
#define DMZ_SINGLE_WIDTH_SHARE 2e-6

/// How far in metres a piece's parabola may leave an edge that is no geodesic, at its quarters.
#define DMZ_BOW_REST 2e-5

/// Up to eight consecutive chords, number by number, as vectors from a place nearby; what is beyond the
/// last is far from everything. As long as four lines of a processor's cache.
typedef struct {
    /// The place, in earth-centred metres.
    float x, y, z;
    /// By how much distances measured from these are off at most, beside `DMZ_SINGLE_SHARE` of themselves.
    float slack;
    float ax[8], ay[8], az[8], inverse[8], ux[8], uy[8], uz[8];
    /// The number of the first.
    uint32_t first;
    uint32_t unused[3];
} dmz_eight_chords;

/// Stands for the number of a piece where there is none; those of pieces are not negative.
#define DMZ_NO_PIECE (-1)

/// What makes a piece of a line of a chord: q(t) = a + t u + t (1 - t) w.
typedef struct {
    double wx, wy, wz;
    /// The part of the line and the segment that the piece is of.
    int32_t part, segment;
    /// The pieces that this one continues and that continue it; `DMZ_NO_PIECE` at open ends.
    int32_t previous, next;
    /// How the line turns at the end, towards `next`.
    int32_t turn;
    /// Whether the parabola may leave the edge by more than the fast distance's bound: 1, or 0.
    int32_t is_rough;
} dmz_bow;

/// Turns: by so little that the sides of both edges must agree; left; right; back onto itself.
#define DMZ_STRAIGHT 0
#define DMZ_LEFT 1
#define DMZ_RIGHT 2
#define DMZ_BACK 3

/// A line as its pieces.
typedef struct {
    const dmz_eight_chords *eights;
    const dmz_chord *chords;
    const dmz_bow *bows;
    /// Whether the nearest place on a chord is not below that on its edge.
    bool is_bent;
    /// With d the least distance to a chord and `sag` more, pieces whose chords are nearer than
    /// d + `spread` d^3 + `slack` contend for being nearest.
    double sag, spread, slack;
    /// A distance d may be off by `error_least` + d^3 (`error_cubic` + `error_quintic` d^2), an offset
    /// to the side by `sideways_least` + `sideways_cubic` d^3.
    double error_least, error_cubic, error_quintic, sideways_least, sideways_cubic;
} dmz_line;

/// The bits of a run that say how many eights there are, the lowest, and above these those that number the
/// first eight; the two highest bits say nothing.
#define DMZ_RUN_COUNT_BITS 8
#define DMZ_RUN_FIRST_BITS 22

/// Runs of chords, eight by eight.
typedef struct {
    const uint32_t *runs;
    size_t count;
} dmz_runs;

/// Squares of distances.
typedef struct {
    double below, above;
} dmz_limits;

/// Bounds of the square of a distance.
typedef struct {
    double least, most;
} dmz_squares;

/// Stands for yes or no where neither is certain.
#define DMZ_UNTOLD (-1)

/// The nearest place on a line.
typedef struct {
    /// The geodesic distance, and by how much it may be off.
    double distance, error;
    /// Where on the line; a vertex between two segments is the end of one.
    int32_t part, segment;
    /// Whether the position is to the left, and beyond the perpendicular at an open end: 1, 0, or
    /// `DMZ_UNTOLD` where only the exact way can tell.
    int8_t is_left, is_beyond_end;
    /// Whether there were candidates.
    bool is_known;
} dmz_foot;

/// Finds the nearest places on a line for at most 64 places, each among candidates, and bounds of the
/// squares of the least distances to chords.
///
/// Where a square is certainly below or above its limits, the place is not looked for and infinitely far. `memory`
/// has as many bytes as `dmz_room_for_feet` says for `most` eights, as many as the candidates of all places
/// are at most, and begins where a double may.
void dmz_find_feet(
    const dmz_line *line, const dmz_place *places, const dmz_runs *candidates, size_t count,
    const dmz_limits *limits, size_t most, void *memory, dmz_squares *squares,
    dmz_foot *feet);

size_t dmz_room_for_feet(size_t eights);

/// What pieces show to all positions in a disc: whether these may be on the left, on the right, alongside
/// the line, beyond an open end.
typedef struct {
    bool left, right, alongside, beyond;
} dmz_shown;

/// Finds what pieces, given by their numbers, show to all positions within `radius` metres of a place. As
/// soon as that is both sides, the rest is not looked at.
dmz_shown dmz_shown_sides(
    const dmz_line *line, const uint32_t *numbers, size_t count, const dmz_place *place,
    double radius);

/// A strip in the horizontal plane through a place that pieces run along, all of them forward.
typedef struct {
    /// Whether there is one: none of the pieces, nor of those beside them, turns back or is shorter than
    /// 0.2 m, and none of the pieces ends or begins more than 20 km away from the place.
    bool is_there;
    /// Across the strip, to the left; of length 1.
    dmz_point across;
    /// The strip lies between these offsets from the place, in metres.
    double right, left;
} dmz_strip;

/// Finds the strip that pieces, given by their numbers in ascending order, run along.
dmz_strip dmz_find_strip(
    const dmz_line *line, const uint32_t *numbers, size_t count, const dmz_place *place);

/// The bits that mark a cell that leads to its quarters, and one that holds a run itself.
#define DMZ_QUARTERED 0x80000000u
#define DMZ_DIRECT 0x40000000u

/// For every cell of a frame runs of candidate chords.
typedef struct {
    double west, south;
    /// Units of 2^-30 of the frame in a degree.
    double columns_per_degree, rows_per_degree;
    uint32_t column_bits, row_bits;
    /// Per cell of the frame, row by row: `DMZ_DIRECT` and a run; or where a list begins; or `DMZ_QUARTERED`
    /// and where four quarters begin.
    const uint32_t *cells;
    const uint32_t *quarters;
    /// How often a cell is quartered at most.
    uint32_t depth;
    /// Each list: how many runs, then these.
    const uint32_t *lists;
} dmz_chord_lists;

/// The candidates for positions, in their order; without an address for those beyond the frame.
void dmz_find_candidates(
    const dmz_chord_lists *lists, const dmz_position *positions, size_t count,
    dmz_runs *candidates);

/// What a square d of a distance is kept by: where it is at most `floor`, or at most `base` + `slope` x the
/// greatest distance from `point` to the chord.
typedef struct {
    dmz_point point;
    double base, slope, floor;
} dmz_keeping;

/// Keeps of some chords, given by their numbers with the squares of their distances, those by which they
/// are kept. `kept` may be `numbers`, or has room for as many. No chord whose square is more than
/// `most_kept` would be kept. Returns how many they are.
size_t dmz_keep_near(
    const dmz_chord *chords, const uint32_t *numbers, const double *squares, size_t count,
    const dmz_keeping *keeping, double most_kept, uint32_t *kept);

/// Chords in the order of a line, and per chord how far along its beginning is in metres, over gaps as
/// well; then how far the last one's end is.
typedef struct {
    const dmz_chord *chords;
    const double *along;
} dmz_path;

/// What is known of the least distance to chords.
typedef struct {
    /// It is no less.
    double least;
    /// It is no more than the distance to this point on a chord.
    double most;
    dmz_point point;
} dmz_nearness;

/// Looks at a long list of chords, given by their numbers in ascending order, as stretches of `length` of them.
/// Writes for each stretch a bound below all distances from a point to its chords.
dmz_nearness dmz_bound_stretches(
    const dmz_path *path, const uint32_t *numbers, size_t count, size_t length, dmz_point point,
    double *bounds);

/// Keeps all chords of stretches, as above, of which one may be kept. `kept` has room for as many. Returns how many
/// they are.
size_t dmz_keep_stretches(
    const dmz_path *path, const uint32_t *numbers, size_t count, size_t length,
    const double *bounds, const dmz_keeping *keeping, uint32_t *kept);

#ifdef __cplusplus
}
#endif

#endif
