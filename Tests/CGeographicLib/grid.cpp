#include <GeographicLib/PolarStereographic.hpp>
#include <GeographicLib/TransverseMercatorExact.hpp>
#include <GeographicLib/UTMUPS.hpp>

#include "cgeographiclib.h"

extern "C" void oracle_grid(
    double lat, double lon, int32_t *zone, int32_t *north, double *easting, double *northing) {
  int number;
  bool is_north;
  GeographicLib::UTMUPS::Forward(lat, lon, number, is_north, *easting, *northing);
  *zone = number;
  *north = is_north;
}

extern "C" void oracle_grid_place(
    int32_t zone, int32_t north, double easting, double northing, double *lat, double *lon) {
  if (zone == 0) {
    GeographicLib::PolarStereographic::UPS().Reverse(
        north != 0, easting - 2e6, northing - 2e6, *lat, *lon);
  } else {
    GeographicLib::TransverseMercatorExact::UTM().Reverse(
        6 * zone - 183, easting - 5e5, north ? northing : northing - 1e7, *lat, *lon);
  }
}
