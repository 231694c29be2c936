#ifndef TRUTH_CURVE_HPP
#define TRUTH_CURVE_HPP
// One edge of a line as a curve on the ellipsoid.
#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/GeodesicLine.hpp>
#include <GeographicLib/Rhumb.hpp>
#include <cmath>
#include <memory>
#include <string>

constexpr double degree = 0.017453292519943295769;
constexpr double semi_major = 6378137, flattening = 1 / 298.257223563;
constexpr double semi_minor = semi_major * (1 - flattening);
// The least and the greatest radius of curvature anywhere, in any direction.
constexpr double least_radius = semi_minor * semi_minor / semi_major;
constexpr double greatest_radius = semi_major * semi_major / semi_minor;

enum class EdgeKind { geodesic, rhumb, planar };

struct Place {
  double lon, lat;
  bool pole() const { return std::fabs(lat) == 90; }
  /// Whether both are one place on the globe.
  bool same(const Place &o) const {
    return lat == o.lat && (pole() || std::remainder(lon - o.lon, 360.0) == 0);
  }
};

/// A place on a curve, the curve's azimuth there, and metres for each unit of its parameter.
struct Station {
  double lon, lat, azimuth, speed;
};

class Curve {
 public:
  Curve(EdgeKind kind, Place from, Place to);
  /// From 0 to `span`; metres for geodesics and rhumb lines.
  Station at(double u) const;
  double span() const { return span_; }
  EdgeKind kind() const { return kind_; }

 private:
  EdgeKind kind_;
  Place from_, to_;
  double dlon_, dlat_, span_;
  GeographicLib::GeodesicLine geodesic_;
  std::shared_ptr<GeographicLib::RhumbLine> rhumb_;
  double azimuth_ = 0;
};

/// Earth-centred coordinates of a place on the ellipsoid.
struct Vector {
  double x, y, z;
  Vector operator-(Vector o) const { return {x - o.x, y - o.y, z - o.z}; }
  Vector operator+(Vector o) const { return {x + o.x, y + o.y, z + o.z}; }
  Vector operator*(double k) const { return {x * k, y * k, z * k}; }
  double dot(Vector o) const { return x * o.x + y * o.y + z * o.z; }
  double length() const { return std::sqrt(dot(*this)); }
};
Vector earth_centred(double lon, double lat);

#endif
