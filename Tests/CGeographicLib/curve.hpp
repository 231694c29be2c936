#ifndef ORACLE_CURVE_HPP
#define ORACLE_CURVE_HPP
// One edge of a line as a curve over t in [0, 1].
#include <GeographicLib/GeodesicExact.hpp>
#include <GeographicLib/GeodesicLineExact.hpp>
#include <GeographicLib/Rhumb.hpp>
#include <cmath>

#include "cgeographiclib.h"

namespace oracle {

constexpr double a = 6378137, f = 1 / 298.257223563, b = a * (1 - f), e2 = f * (2 - f);
constexpr double degree = 0.017453292519943295769;

struct Place {
  double lon, lat;
  bool operator==(const Place &o) const {
    if (lat != o.lat) return false;
    return std::fabs(lat) == 90 || std::remainder(lon - o.lon, 360.0) == 0;
  }
};

/// A place on a curve and the curve's azimuth there.
struct Point {
  double lon, lat, azimuth;
};

class Curve {
 public:
  Curve(int kind, Place from, Place to);
  Point at(double t) const;
  /// Not less than the length from t0 to t1; exact for geodesics and rhumb lines.
  double longest(double t0, double t1) const;
  double length() const { return length_; }

 private:
  enum { Geodesic, Rhumb, Planar } way_;
  Place from_, to_;
  double dlon_, dlat_, length_ = 0;
  GeographicLib::GeodesicLineExact geodesic_;
  // Start and azimuth of a rhumb line; RhumbLine itself cannot be copied.
  double azimuth_ = 0;
};

}  // namespace oracle
#endif
