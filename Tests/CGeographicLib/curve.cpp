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
