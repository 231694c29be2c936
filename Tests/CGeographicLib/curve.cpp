#include "curve.hpp"

#include <algorithm>

namespace oracle {

using GeographicLib::GeodesicExact;

static const GeographicLib::Rhumb &rhumb() {
  static const GeographicLib::Rhumb exact(a, f, true);
  return exact;
}

/// Radius of curvature along the meridian.
static double meridional(double lat) {
  double s = std::sin(lat * degree), w = std::sqrt(1 - e2 * s * s);
  return a * (1 - e2) / (w * w * w);
}

/// Radius of the parallel.
static double parallel(double lat) {
  if (std::fabs(lat) == 90) return 0;
  double s = std::sin(lat * degree);
  return a / std::sqrt(1 - e2 * s * s) * std::cos(lat * degree);
}

/// Azimuth and length of a short rhumb line by quadrature over the exact difference of latitude:
/// rhumb().Inverse subtracts latitudes in radians, which turns an edge of 1 m by 5e-11.
static void short_rhumb(Place from, double dlon, double dlat, double &azimuth, double &length) {
  const int n = 5;
  const double node[n] = {0, 0.53846931010568309, -0.53846931010568309, 0.90617984593866399,
                          -0.90617984593866399};
  const double weight[n] = {0.28444444444444444, 0.23931433524968324, 0.23931433524968324,
                            0.11846344252809454, 0.11846344252809454};
  double up = 0, stretch = 0;  // Means of M and of M / (N cos).
  for (int i = 0; i < n; ++i) {
    double lat = from.lat + dlat * (1 + node[i]) / 2;
    up += weight[i] * meridional(lat);
    stretch += weight[i] * meridional(lat) / parallel(lat);
  }
  double x = up / stretch * dlon * degree, y = up * dlat * degree;
  azimuth = std::atan2(x, y) / degree;
  length = std::hypot(x, y);
}

Curve::Curve(int kind, Place from, Place to) : from_(from), to_(to) {
  dlon_ = std::remainder(to.lon - from.lon, 360.0);
  dlat_ = to.lat - from.lat;
  // A rhumb line along a meridian is a geodesic; GeographicLib's rhumb cannot end at a pole.
  bool meridian = dlon_ == 0 || (std::fabs(from.lat) == 90 && std::fabs(to.lat) == 90);
  if (kind == oracle_geodesic || (kind == oracle_rhumb && meridian)) {
    way_ = Geodesic;
    // From a vertex at a pole the azimuth depends on its longitude, which means nothing there.
    geodesic_ = GeodesicExact::WGS84().InverseLine(
        from.lat, from.lon, to.lat, to.lon,
        GeodesicExact::LATITUDE | GeodesicExact::LONGITUDE | GeodesicExact::AZIMUTH |
            GeodesicExact::DISTANCE_IN);
    length_ = from == to ? 0 : geodesic_.Distance();
  } else if (kind == oracle_rhumb) {
    way_ = Rhumb;
    if (std::fabs(dlat_) < 0.02 && std::fabs(from.lat) < 80)
      short_rhumb(from, dlon_, dlat_, azimuth_, length_);
    else
      rhumb().Inverse(from.lat, from.lon, to.lat, to.lon, length_, azimuth_);
  } else {
    way_ = Planar;
    if (!(from == to)) {
      const int n = 4096;  // Simpson; used for the line's length only.
      auto speed = [&](double t) {
        double lat = from_.lat + t * dlat_;
        return std::hypot(meridional(lat) * dlat_, parallel(lat) * dlon_) * degree;
      };
      double sum = speed(0) + speed(1);
      for (int i = 1; i < n; ++i) sum += (i % 2 ? 4 : 2) * speed(double(i) / n);
      length_ = sum / (3 * n);
    }
  }
}

Point Curve::at(double t) const {
  if (way_ == Planar) {
    // From the nearer end, so that both ends are met exactly.
    double lat = t < 0.5 ? from_.lat + t * dlat_ : to_.lat - (1 - t) * dlat_;
    double lon = t < 0.5 ? from_.lon + t * dlon_ : to_.lon - (1 - t) * dlon_;
    double azimuth = std::atan2(parallel(lat) * dlon_, meridional(lat) * dlat_) / degree;
    return {std::remainder(lon, 360.0), lat, azimuth};
  }
  Point p;
  if (way_ == Geodesic)
    geodesic_.Position(t * length_, p.lat, p.lon, p.azimuth);
  else {
    rhumb().Line(from_.lat, from_.lon, azimuth_).Position(t * length_, p.lat, p.lon);
    p.azimuth = azimuth_;
  }
  return p;
}

double Curve::longest(double t0, double t1) const {
  if (way_ != Planar) return (t1 - t0) * length_ + 1e-6;
  double lat0 = std::fabs(from_.lat + t0 * dlat_), lat1 = std::fabs(from_.lat + t1 * dlat_);
  bool crosses = (from_.lat + t0 * dlat_) * (from_.lat + t1 * dlat_) < 0;
  // Both radii are monotone in the latitude's magnitude.
  double up = meridional(std::min(90.0, std::max(lat0, lat1))) * dlat_;
  double across = parallel(crosses ? 0 : std::min(lat0, lat1)) * dlon_;
  return (t1 - t0) * std::hypot(up, across) * degree + 1e-6;
}

}  // namespace oracle
