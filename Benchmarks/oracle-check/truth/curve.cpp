#include "curve.hpp"

using GeographicLib::Geodesic;
using GeographicLib::Rhumb;

static const Rhumb &rhumb() {
  static const Rhumb exact(semi_major, flattening, true);
  return exact;
}

/// The azimuth of a short rhumb line: its longitude grows evenly with the isometric latitude, whose
/// growth is integrated here by Gauss's rule with three points. Rhumb::Inverse takes the difference
/// of two isometric latitudes instead, which turns an edge of 1 m by some 1e-10.
static double short_azimuth(double lat, double dlat, double dlon) {
  const double e2 = flattening * (2 - flattening);
  double sum = 0;
  for (double node : {-0.77459666924148338, 0.0, 0.77459666924148338}) {
    double phi = (lat + dlat * (1 + node) / 2) * degree, sine = std::sin(phi);
    // M / (N cos) for the radii of curvature M along the meridian and N across it.
    sum += (node == 0 ? 4.0 : 2.5) / 9 * (1 - e2) / ((1 - e2 * sine * sine) * std::cos(phi));
  }
  return std::atan2(dlon, sum * dlat) / degree;
}

Curve::Curve(EdgeKind kind, Place from, Place to) : kind_(kind), from_(from), to_(to) {
  dlon_ = std::remainder(to.lon - from.lon, 360.0);
  dlat_ = to.lat - from.lat;
  // A rhumb line along a meridian is a geodesic, and may then end at a pole.
  if (kind == EdgeKind::rhumb && (dlon_ == 0 || (from.pole() && to.pole())))
    kind_ = EdgeKind::geodesic;
  if (kind_ == EdgeKind::geodesic) {
    geodesic_ = Geodesic::WGS84().InverseLine(from.lat, from.lon, to.lat, to.lon);
    span_ = geodesic_.Distance();
  } else if (kind_ == EdgeKind::rhumb) {
    rhumb().Inverse(from.lat, from.lon, to.lat, to.lon, span_, azimuth_);
    if (std::fabs(dlat_) < 0.02 && std::fabs(from.lat) < 80)
      azimuth_ = short_azimuth(from.lat, dlat_, dlon_);
    rhumb_ = std::make_shared<GeographicLib::RhumbLine>(
        rhumb().Line(from.lat, from.lon, azimuth_));
  } else {
    span_ = 1;
  }
}

Station Curve::at(double u) const {
  Station s{};
  s.speed = 1;
  if (kind_ == EdgeKind::geodesic) {
    geodesic_.Position(u, s.lat, s.lon, s.azimuth);
  } else if (kind_ == EdgeKind::rhumb) {
    rhumb_->Position(u, s.lat, s.lon);
    s.azimuth = azimuth_;
  } else {
    // Counted from the nearer end, so that both ends are met exactly.
    s.lat = u < 0.5 ? from_.lat + u * dlat_ : to_.lat - (1 - u) * dlat_;
    s.lon = u < 0.5 ? from_.lon + u * dlon_ : to_.lon - (1 - u) * dlon_;
    const double e2 = flattening * (2 - flattening);
    double sine = std::sin(s.lat * degree), w = std::sqrt(1 - e2 * sine * sine);
    double cosine = std::fabs(s.lat) == 90 ? 0 : std::cos(s.lat * degree);
    double north = semi_major * (1 - e2) / (w * w * w) * dlat_ * degree;
    double east = semi_major / w * cosine * dlon_ * degree;
    s.azimuth = std::atan2(east, north) / degree;
    s.speed = std::hypot(east, north);
  }
  return s;
}

Vector earth_centred(double lon, double lat) {
  const double e2 = flattening * (2 - flattening);
  double sine = std::sin(lat * degree);
  double cosine = std::fabs(lat) == 90 ? 0 : std::cos(lat * degree);
  double n = semi_major / std::sqrt(1 - e2 * sine * sine);
  return {n * cosine * std::cos(lon * degree), n * cosine * std::sin(lon * degree),
          n * (1 - e2) * sine};
}
