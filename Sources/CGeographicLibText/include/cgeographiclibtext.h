#ifndef CGEOGRAPHICLIBTEXT_H
#define CGEOGRAPHICLIBTEXT_H
// A small C face on GeographicLib's MGRS and UTMUPS. Nothing throws; what GeographicLib refuses is
// false. Angles are degrees on WGS 84, lengths metres of the grid.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A place in a UTM zone, 1 to 60, or in a polar UPS grid, zone 0.
typedef struct {
  double easting, northing;
  int32_t zone;
  bool north;
} cgt_grid;

/// The south-west corner of an MGRS cell from its text in capitals without spaces, at most 15 bytes,
/// and how many digits easting and northing have each; false where there is no such cell.
bool cgt_read_mgrs(const uint8_t *text, size_t length, cgt_grid *corner, int32_t *digits);

/// The text of the MGRS cell that holds a place, with so many digits for easting and northing each, 0 to 5.
/// `latitude` decides the band. Returns the length, at most 15; 0 where there is none.
size_t cgt_write_mgrs(const cgt_grid *place, double latitude, int32_t digits, uint8_t *text);

/// Longitude, latitude and the scale of the grid (length on the grid by length on the ellipsoid).
bool cgt_to_degrees(const cgt_grid *place, double *longitude, double *latitude, double *scale);

/// The place in the zone that the standard rules give, those for Norway and Svalbard included.
bool cgt_to_grid(double longitude, double latitude, cgt_grid *place);

#ifdef __cplusplus
}
#endif
#endif
