#include "cgeographiclibtext.h"

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>
#include <cmath>
#include <cstring>
#include <exception>
#include <string>

using GeographicLib::MGRS;
using GeographicLib::UTMUPS;

namespace {
/// The longest text, `37UDP3000050000`; a std::string of GCC's library holds it without allocating.
constexpr size_t longest = 15;
}  // namespace

extern "C" bool cgt_read_mgrs(
    const uint8_t *text, size_t length, cgt_grid *corner, int32_t *digits) {
  if (length > longest) return false;
  try {
    int zone, precision;
    bool north;
    double x, y;
    MGRS::Reverse(
        std::string(reinterpret_cast<const char *>(text), length), zone, north, x, y, precision,
        false);
    // -1 is a grid zone alone; "INV" gives an invalid zone.
    if (zone < UTMUPS::MINZONE || precision < 0) return false;
    *corner = {x, y, zone, north};
    *digits = precision;
    return true;
  } catch (const std::exception &) {
    return false;
  }
}

extern "C" size_t cgt_write_mgrs(
    const cgt_grid *place, double latitude, int32_t digits, uint8_t *text) {
  try {
    std::string written;
    MGRS::Forward(
        place->zone, place->north, place->easting, place->northing, latitude, digits, written);
    if (written.size() > longest) return 0;
    std::memcpy(text, written.data(), written.size());
    return written.size();
  } catch (const std::exception &) {
    return 0;
  }
}

extern "C" bool cgt_to_degrees(
    const cgt_grid *place, double *longitude, double *latitude, double *scale) {
  try {
    double convergence;
    UTMUPS::Reverse(
        place->zone, place->north, place->easting, place->northing, *latitude, *longitude,
        convergence, *scale);
    return std::isfinite(*latitude) && std::isfinite(*longitude);
  } catch (const std::exception &) {
    return false;
  }
}

extern "C" bool cgt_to_grid(double longitude, double latitude, cgt_grid *place) {
  try {
    int zone;
    bool north;
    double x, y;
    UTMUPS::Forward(latitude, longitude, zone, north, x, y);
    if (zone < UTMUPS::MINZONE) return false;
    *place = {x, y, zone, north};
    return true;
  } catch (const std::exception &) {
    return false;
  }
}
