#ifndef CGEOGRAPHICLIB_H
#define CGEOGRAPHICLIB_H
// A small C face on GeographicLib, the oracle of the tests. It shares no code with what it checks:
// GeodesicExact uses elliptic integrals where PROJ's geodesic.c uses series, and the nearest place
// on a line is found by sampling and bisection, without projection or interception.
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Distance in metres; azimuths in degrees at both ends.
double oracle_inverse(double lat1, double lon1, double lat2, double lon2, double *azi1, double *azi2);
/// End of a geodesic of length s12 metres.
void oracle_direct(double lat1, double lon1, double azi1, double s12, double *lat2, double *lon2);

/// The zone of UTM in which a place lies by the usual rule, 0 for UPS, and its metres there.
void oracle_grid(double lat, double lon, int32_t *zone, int32_t *north, double *easting, double *northing);
/// The place of metres in a zone of UTM, 0 for UPS; by TransverseMercatorExact, where product code uses series.
void oracle_grid_place(
    int32_t zone, int32_t north, double easting, double northing, double *lat, double *lon);

/// Area in square metres (unsigned) and perimeter in metres of a ring of geodesic edges; `lonlat`
/// holds `count` vertices, without the closing one.
double oracle_ring_area(const double *lonlat, int32_t count, double *perimeter);

/// What joins two vertices.
enum { oracle_geodesic = 0, oracle_rhumb = 1, oracle_planar = 2 };
/// On which side of the line.
enum { oracle_left = 0, oracle_right = 1, oracle_on = 2, oracle_none = 3 };

/// A line, prepared; immutable, so that threads may share it.
typedef struct oracle_line oracle_line;

/// The nearest place on a line, and how well it is defined.
typedef struct {
  double distance;
  double longitude, latitude;
  int32_t part, segment;
  /// By length for geodesic and rhumb edges, by longitude and latitude for planar ones.
  double fraction;
  int32_t side;
  /// By how many metres the nearest place on any other segment is farther; a vertex shared with
  /// the next segment does not count as another place.
  double segment_margin;
  /// By how many metres the choice of side is certain: the lesser of how much farther the nearest
  /// place is that shows another side, and the offset from an end's prolongation.
  double side_margin;
  /// How far the place moves, in metres, for each metre by which the position moves along the line.
  double sensitivity;
  /// Metres beyond the perpendicular at an open end by the cosine there; 0 when not at an open end.
  double beyond;
  /// Whether the place is a vertex.
  int32_t is_vertex;
} oracle_answer;

/// A line of `parts` parts with `sizes[p]` vertices each; `lonlat` holds them all in order.
oracle_line *oracle_line_create(
    int32_t kind, const double *lonlat, const int32_t *sizes, int32_t parts);
void oracle_line_free(oracle_line *line);
/// The length in metres.
double oracle_line_length(const oracle_line *line);
/// The place at `fraction` of a segment, and the line's azimuth there.
void oracle_line_place(
    const oracle_line *line, int32_t part, int32_t segment, double fraction, double *lon,
    double *lat, double *azimuth);
/// The nearest place on the line.
void oracle_line_nearest(const oracle_line *line, double lon, double lat, oracle_answer *answer);

#ifdef __cplusplus
}
#endif
#endif
